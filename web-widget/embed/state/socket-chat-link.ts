import { io, type Socket } from 'socket.io-client';
import type {
  ParticipantToServer,
  ServerToParticipant,
} from '../../../server/protocol/participant-protocol.ts';
import type { OpenChatLink } from './chat-link.ts';

/** How long an acknowledgement may take before the same is sent again. */
const ACK_TIMEOUT_MS = 4_000;

/** The participant's side of socket.io: WebSocket first, long polling where that is blocked. */
export function socketChatLink(origin: string): OpenChatLink {
  return (token, after, events) => {
    const socket: Socket<ServerToParticipant, ParticipantToServer> = io(`${origin}/participant`, {
      auth: (give) => give({ token, after: after() }),
      transports: ['websocket', 'polling'],
      tryAllTransports: true,
      forceNew: true,
      timeout: 8_000,
      reconnectionDelay: 500,
      reconnectionDelayMax: 8_000,
    });
    socket.on('connect', events.connected);
    socket.on('disconnect', (reason) => {
      events.lost();
      // The library comes back by itself, except from this.
      if (reason === 'io server disconnect') events.refused(reason);
    });
    socket.on('connect_error', (error) => {
      events.lost();
      if (!socket.active) events.refused(error.message);
    });
    socket.on('turn:added', events.turnAdded);
    socket.on('conversation:changed', events.changed);

    return {
      get connected() {
        return socket.connected;
      },
      async send(payload) {
        if (!socket.connected) return { kind: 'no-answer' };
        try {
          const ack = await socket.timeout(ACK_TIMEOUT_MS).emitWithAck('turn:send', payload);
          return ack.ok ? { kind: 'kept', seq: ack.seq } : { kind: 'failed', error: ack.error };
        } catch {
          return { kind: 'no-answer' };
        }
      },
      async pull(seq) {
        if (!socket.connected) return { kind: 'no-answer' };
        try {
          const ack = await socket
            .timeout(ACK_TIMEOUT_MS)
            .emitWithAck('turns:pull', { after: seq });
          return ack.ok ? { ...ack, kind: 'pulled' } : { kind: 'failed', error: ack.error };
        } catch {
          return { kind: 'no-answer' };
        }
      },
      reconnect: () => void socket.disconnect().connect(),
      close() {
        socket.off();
        socket.disconnect();
      },
    };
  };
}
