import type { OutboxEntry } from '../domain/outbox.ts';

/** One way to reach responders who aren't looking at the console. */
export interface Notifier {
  /** Short name for logs and metrics: `email`, `webhook`. */
  readonly channel: string;
  /**
   * Delivers that a case waits: its level and a link, no text of anybody.
   * @throws when it can't be sure that the message left the house.
   */
  notify(entry: OutboxEntry): Promise<void>;
}
