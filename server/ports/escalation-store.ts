import type { Escalation } from '../domain/escalation.ts';

/**
 * Reads of the console's queue. Escalations are written with their conversation, by
 * `ConversationStore.commit`, so that a claim and what it changes can't come apart.
 * Rejects with `StorageUnavailableError` like the other stores.
 */
export interface EscalationStore {
  /** All that aren't closed, in no order. */
  open(): Promise<readonly Escalation[]>;
  find(id: string): Promise<Escalation | undefined>;
  /** The one of this conversation that isn't closed. */
  openOf(conversationId: string): Promise<Escalation | undefined>;
  /** Makes a claim last until then, if `responderId` still has it; false when not. Not a commit: it may happen at any time. */
  renewLease(id: string, responderId: string, leaseUntil: Date): Promise<boolean>;
}
