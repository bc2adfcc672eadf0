import type { OutboxEntry } from '../domain/outbox.ts';

/** Notifications written with their conversation by `ConversationStore.commit`, waiting to be delivered. */
export interface OutboxStore {
  /** Those due by now, the oldest first, at most `limit`. */
  due(now: Date, limit: number): Promise<readonly OutboxEntry[]>;
  /** Delivered, or no longer needed. */
  settle(id: string): Promise<void>;
  /** Failed: to be tried again not before `dueAt`. */
  postpone(id: string, attempts: number, dueAt: Date): Promise<void>;
}
