import type { Namespace } from 'socket.io';
import type { PulledTurns } from '../app/pull-turns.ts';
import type { ReceiveTurn, ReceiveTurnOutcome } from '../app/receive-turn.ts';
import type { ResponderNames } from '../app/responder-names.ts';
import type { Conversation } from '../domain/conversation.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { AckError } from '../protocol/acks.ts';
import {
  ParticipantAuth,
  type ParticipantToServer,
  type ServerToParticipant,
  TurnSend,
  TurnsPull,
} from '../protocol/participant-protocol.ts';
import { toTurnWire } from '../protocol/to-wire.ts';
import { acked } from './acked.ts';
import { refuseUnknownEvents } from './refuse-unknown-events.ts';
import { conversationRoom } from './rooms.ts';

/** Set by the handshake from the token, never from a payload. */
interface ParticipantSession {
  conversationId: string;
  tokenExpiresAt: Date;
  after: number | undefined;
}

export type ParticipantNamespace = Namespace<
  ParticipantToServer,
  ServerToParticipant,
  Record<string, never>,
  ParticipantSession
>;

export interface ParticipantNamespaceDeps {
  readonly names: ResponderNames;
  readonly clock: Clock;
  readonly log: Log;
  /** Whoever holds the token; nothing when it is wrong or has expired. */
  conversationOf(token: string): Promise<Conversation | undefined>;
  /** False when this conversation sends too much. */
  maySend(conversationId: string): Promise<boolean>;
  receiveTurn(command: ReceiveTurn): Promise<ReceiveTurnOutcome>;
  pullTurns(conversationId: string, after: number): Promise<PulledTurns | undefined>;
}

/** `/participant`: one conversation a connection, the one whose token opened it. */
export function serveParticipants(
  namespace: ParticipantNamespace,
  deps: ParticipantNamespaceDeps,
): void {
  namespace.use(async (socket, next) => {
    const auth = ParticipantAuth.safeParse(socket.handshake.auth);
    try {
      if (auth.error?.issues.every(({ path }) => path[0] === 'after')) {
        // `unauthorized` would have a page throw away a token that is good.
        return next(new Error('invalid' satisfies AckError));
      }
      const conversation = auth.success && (await deps.conversationOf(auth.data.token));
      if (!conversation) return next(new Error('unauthorized' satisfies AckError));
      socket.data.conversationId = conversation.id;
      socket.data.tokenExpiresAt = conversation.tokenExpiresAt;
      socket.data.after = auth.data.after ?? undefined;
      return next();
    } catch (error) {
      deps.log.warn({ err: error }, 'a participant could not be let in');
      return next(new Error('unavailable' satisfies AckError));
    }
  });

  namespace.on('connection', (socket) => {
    const { conversationId, tokenExpiresAt, after } = socket.data;
    refuseUnknownEvents(socket);

    socket.on(
      'turn:send',
      acked(TurnSend, deps.log, async (turn) => {
        if (tokenExpiresAt <= deps.clock.now()) return { ok: false, error: 'unauthorized' };
        if (!(await deps.maySend(conversationId))) return { ok: false, error: 'too-many' };
        const outcome = await deps.receiveTurn({ conversationId, ...turn });
        return outcome.kind === 'kept'
          ? { ok: true, seq: outcome.seq }
          : { ok: false, error: REFUSALS[outcome.reason] };
      }),
    );

    socket.on(
      'turns:pull',
      acked(TurnsPull, deps.log, async (pull) => {
        const pulled = await deps.pullTurns(conversationId, pull.after);
        if (!pulled) return { ok: false, error: 'unauthorized' };
        await deps.names.learn(pulled.turns.map(({ responderId }) => responderId));
        return {
          ok: true,
          turns: pulled.turns.map((turn) => toTurnWire(turn, deps.names.nameOf)),
          handling: pulled.handling.kind,
          lastSeq: pulled.lastSeq,
        };
      }),
    );

    void welcome();

    /** In the room first, then what was missed: a turn may come twice, never not at all. */
    async function welcome() {
      try {
        await socket.join(conversationRoom(conversationId));
        if (after === undefined) return;
        const missed = await deps.pullTurns(conversationId, after);
        await deps.names.learn(missed?.turns.map(({ responderId }) => responderId) ?? []);
        for (const turn of missed?.turns ?? []) {
          socket.emit('turn:added', toTurnWire(turn, deps.names.nameOf));
        }
      } catch (error) {
        deps.log.warn({ err: error, conversationId }, 'missed turns could not be sent');
      }
    }
  });
}

const REFUSALS: Record<Extract<ReceiveTurnOutcome, { kind: 'rejected' }>['reason'], AckError> = {
  closed: 'closed',
  unknown: 'unauthorized',
  'id-reused': 'invalid',
  'choice-not-offered': 'invalid',
};
