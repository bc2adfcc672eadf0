import type { Notifier } from '../../ports/notifier.ts';

/** Seconds a receiver may take, in milliseconds. */
const PATIENCE_MS = 5000;

/** Posts a case's level and link as JSON to an address of the operator's. No text of anybody. */
export function createWebhookNotifier(url: string, consoleUrl: string): Notifier {
  return {
    channel: 'webhook',
    async notify({ kind, escalationId, level, at }) {
      const answer = await fetch(url, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({
          kind,
          escalationId,
          level,
          at: at.toISOString(),
          console: consoleUrl,
        }),
        redirect: 'error',
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      await answer.body?.cancel();
      if (!answer.ok) throw new Error(`the webhook answered ${answer.status}`);
    },
  };
}
