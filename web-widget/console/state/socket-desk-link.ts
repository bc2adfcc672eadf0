import { io, type Socket } from 'socket.io-client';
import type {
  ResponderToServer,
  ServerToResponder,
} from '../../../server/protocol/responder-protocol.ts';
import type { DeskLink, DeskListener } from './desk-link.ts';

const ANSWER_WITHIN_MS = 8000;

/** The responder namespace over socket.io; the session cookie says who it is. */
export function openSocketDeskLink(listener: DeskListener): DeskLink {
  const socket: Socket<ServerToResponder, ResponderToServer> = io('/responder', {
    // The server takes nothing else: long polling would need sticky sessions.
    transports: ['websocket'],
    reconnectionDelay: 500,
    reconnectionDelayMax: 5000,
  });
  socket.on('connect', () => listener.online());
  socket.on('connect_error', () => {
    listener.offline();
    // Inactive: the server itself said no, so socket.io doesn't try again.
    if (!socket.active) listener.turnedAway();
  });
  socket.on('disconnect', (reason) => {
    listener.offline();
    if (reason === 'io server disconnect') listener.turnedAway();
  });
  socket.on('escalation:opened', (found) => listener.caseHeard(found));
  socket.on('escalation:changed', (found) => listener.caseHeard(found));
  socket.on('escalation:closed', (found) =>
    listener.caseHeard({ ...found, closedAt: found.closedAt ?? new Date().toISOString() }),
  );
  socket.on('turn:added', (turn) => listener.turnHeard(turn));

  return {
    async ask(event, payload) {
      const unavailable = { ok: false, error: 'unavailable' } as const;
      // Without this socket.io would keep the event and send it at a moment of its own choosing.
      if (!socket.connected) return unavailable as never;
      try {
        const untyped = socket as unknown as Socket;
        return await untyped.timeout(ANSWER_WITHIN_MS).emitWithAck(event, payload);
      } catch {
        return unavailable as never;
      }
    },
    connect() {
      socket.disconnect().connect();
    },
    close() {
      socket.off();
      socket.disconnect();
    },
  };
}
