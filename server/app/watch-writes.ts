import type { Clock } from '../ports/clock.ts';
import { type ConversationStore, StorageUnavailableError } from '../ports/conversation-store.ts';

/** For so long a write that failed says that the store is not ready, in milliseconds. */
const REMEMBERED_MS = 30_000;

export interface WatchedWrites {
  /** The same store; its writes are watched. */
  readonly conversations: ConversationStore;
  /** Whether the last write failed, lately: a full or held store still reads well. */
  failing(): boolean;
}

/**
 * Watches whether conversations can be written. What failed long ago counts no more: an
 * installation that is taken out of service for it would get no message that proves it healed.
 */
export function watchWrites(conversations: ConversationStore, clock: Clock): WatchedWrites {
  let failedAt: number | null = null;

  async function watched<R>(writing: Promise<R>): Promise<R> {
    try {
      const result = await writing;
      failedAt = null;
      return result;
    } catch (error) {
      if (error instanceof StorageUnavailableError) failedAt = clock.now().getTime();
      throw error;
    }
  }

  return {
    conversations: {
      ...conversations,
      create: (...args) => watched(conversations.create(...args)),
      appendParticipantTurn: (...args) => watched(conversations.appendParticipantTurn(...args)),
      commit: (...args) => watched(conversations.commit(...args)),
    },
    failing: () => failedAt !== null && Math.abs(clock.now().getTime() - failedAt) < REMEMBERED_MS,
  };
}
