import type { Act } from '../domain/responder.ts';

/**
 * What responders did about levels in conversations whose person agreed to training.
 * Rejects with `StorageUnavailableError` like the other stores.
 */
export interface LabelStore {
  /**
   * Ids of the conversations in which a responder lowered the level, and whose person agreed that
   * masked messages may serve to train the classifier; in no order.
   */
  conversations(): Promise<readonly string[]>;
  /** All acts on a conversation, in the order in which they were kept. */
  acts(conversationId: string): Promise<readonly Act[]>;
}
