import type { CaseDeps } from './case-deps.ts';
import { endLease } from './release-escalation.ts';

/** Returns to the queue every case whose responder has been gone for longer than the lease. */
export async function endLeases(deps: CaseDeps): Promise<void> {
  const now = deps.clock.now();
  for (const { id, claim } of await deps.escalations.open()) {
    if (claim && claim.leaseUntil <= now) await endLease(deps, id);
  }
}
