import type { z } from 'zod';
import { StorageUnavailableError } from '../ports/conversation-store.ts';
import type { Log } from '../ports/log.ts';
import type { Ack } from '../protocol/acks.ts';

/**
 * Turns a handler into a socket listener that checks the payload, always answers, and never
 * throws: a rejected promise in a listener would end the process for everyone. Who sends
 * without an acknowledgement is served all the same, only not answered.
 */
export function acked<T, A extends Ack>(
  schema: z.ZodType<T>,
  log: Log,
  handle: (payload: T) => Promise<A>,
): (payload: unknown, ack?: unknown) => Promise<void> {
  return async (...args) => {
    const ack = args.findLast((arg) => typeof arg === 'function') as
      | ((answer: A | Ack) => void)
      | undefined;
    const payload = typeof args[0] === 'function' ? {} : (args[0] ?? {});
    const parsed = schema.safeParse(payload);
    if (!parsed.success) {
      ack?.({ ok: false, error: 'invalid' });
      return;
    }
    try {
      const answer = await handle(parsed.data);
      ack?.(answer);
    } catch (error) {
      const level = error instanceof StorageUnavailableError ? 'warn' : 'error';
      log[level]({ err: error }, 'a socket event could not be served');
      ack?.({ ok: false, error: 'unavailable' });
    }
  };
}
