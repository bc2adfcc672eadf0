import { atLeast, type RiskLevel } from '../../classifiers/risk-classifier.ts';
import { callTo } from '../domain/outbox.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { Notifier } from '../ports/notifier.ts';
import type { Secrets } from '../ports/secrets.ts';

export interface NotifyDirectlyDeps {
  readonly notifiers: readonly Notifier[];
  readonly secrets: Secrets;
  readonly clock: Clock;
  readonly log: Log;
}

/** The same conversation is not notified again within this time; its page retries every few seconds. */
const QUIET_MS = 5 * 60_000;

/**
 * Calls people without the store: when danger was read but can't be kept, somebody must know
 * all the same.
 */
export function createDirectNotification(deps: NotifyDirectlyDeps) {
  const notifiedAt = new Map<string, number>();
  return async (conversationId: string, level: RiskLevel): Promise<void> => {
    if (!atLeast(level, 'active')) return;
    const at = deps.clock.now();
    for (const [id, time] of notifiedAt) {
      if (Math.abs(at.getTime() - time) >= QUIET_MS) notifiedAt.delete(id);
    }
    if (notifiedAt.has(conversationId)) return;
    notifiedAt.set(conversationId, at.getTime());
    deps.log.error(
      { conversationId, level },
      'danger read while the store is away; notifying directly',
    );
    const id = deps.secrets.newId();
    const entry = callTo(
      'escalation-opened',
      { id, conversationId, level },
      at,
      deps.secrets.newId,
    );
    await Promise.allSettled(deps.notifiers.map((notifier) => notifier.notify(entry)));
  };
}

export type DirectNotification = ReturnType<typeof createDirectNotification>;
