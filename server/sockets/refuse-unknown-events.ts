import type { Socket } from 'socket.io';
import type { Ack } from '../protocol/acks.ts';

/** Answers events that nobody listens for, so that their sender learns of the mistake. */
export function refuseUnknownEvents(socket: Pick<Socket, 'onAny' | 'listenerCount'>): void {
  socket.onAny((event: string, ...args: unknown[]) => {
    if (socket.listenerCount(event) > 0) return;
    const ack = args.at(-1);
    if (typeof ack === 'function') ack({ ok: false, error: 'invalid' } satisfies Ack);
  });
}
