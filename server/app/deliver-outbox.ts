import { type OutboxEntry, retryDelayMs } from '../domain/outbox.ts';
import type { Clock } from '../ports/clock.ts';
import type { EscalationStore } from '../ports/escalation-store.ts';
import type { Log } from '../ports/log.ts';
import type { Metrics } from '../ports/metrics.ts';
import type { Notifier } from '../ports/notifier.ts';
import type { OutboxStore } from '../ports/outbox-store.ts';

export interface DeliverOutboxDeps {
  readonly outbox: OutboxStore;
  readonly escalations: EscalationStore;
  readonly notifiers: readonly Notifier[];
  readonly metrics: Metrics;
  readonly clock: Clock;
  readonly log: Log;
}

const BATCH = 50;

/**
 * Delivers the notifications that are due, by every channel there is. One that no channel took
 * is tried again, later and later, until it is taken or somebody has the case.
 */
export async function deliverOutbox(deps: DeliverOutboxDeps): Promise<void> {
  const { outbox, escalations, clock } = deps;
  for (const entry of await outbox.due(clock.now(), BATCH)) {
    const escalation = await escalations.find(entry.escalationId);
    const needed = escalation && !escalation.claim && !escalation.closedAt;
    if (!needed || deps.notifiers.length === 0 || (await anyTook(deps, entry))) {
      await outbox.settle(entry.id);
    } else {
      const attempts = entry.attempts + 1;
      const dueAt = new Date(clock.now().getTime() + retryDelayMs(attempts));
      await outbox.postpone(entry.id, attempts, dueAt);
    }
  }
}

async function anyTook({ notifiers, metrics, log }: DeliverOutboxDeps, entry: OutboxEntry) {
  const results = await Promise.allSettled(notifiers.map((notifier) => notifier.notify(entry)));
  results.forEach((result, index) => {
    const channel = notifiers[index]?.channel ?? 'unknown';
    if (result.status === 'fulfilled') {
      metrics.notificationSent(channel);
    } else {
      metrics.notificationFailed(channel);
      log.warn(
        { err: result.reason, channel, escalationId: entry.escalationId, attempts: entry.attempts },
        'a notification was not delivered',
      );
    }
  });
  return results.some(({ status }) => status === 'fulfilled');
}
