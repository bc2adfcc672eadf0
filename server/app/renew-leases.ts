import { LEASE_MS } from '../domain/escalation.ts';
import type { Clock } from '../ports/clock.ts';
import type { EscalationStore } from '../ports/escalation-store.ts';

/** Keeps the claims of the responders who are connected. */
export async function renewLeases(
  { escalations, clock }: { readonly escalations: EscalationStore; readonly clock: Clock },
  connected: ReadonlySet<string>,
): Promise<void> {
  const leaseUntil = new Date(clock.now().getTime() + LEASE_MS);
  for (const { id, claim } of await escalations.open()) {
    if (claim && connected.has(claim.responderId)) {
      await escalations.renewLease(id, claim.responderId, leaseUntil);
    }
  }
}
