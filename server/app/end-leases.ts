import type { CaseDeps } from './case-deps.ts';
import { endLease } from './release-escalation.ts';

/**
 * Returns to the queue every case whose responder has been gone for longer than the lease. Who is
 * connected isn't gone: after the clock jumped or the machine slept, the lease only looks over.
 */
export async function endLeases(deps: CaseDeps, connected: ReadonlySet<string>): Promise<void> {
  const now = deps.clock.now();
  for (const { id, claim } of await deps.escalations.open()) {
    if (!claim || claim.leaseUntil > now || connected.has(claim.responderId)) continue;
    await endLease(deps, id);
  }
}
