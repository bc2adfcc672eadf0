import type { IncomingMessage } from 'node:http';
import type { Namespace } from 'socket.io';
import { z } from 'zod';
import type { ActOutcome, CaseRefusal } from '../app/case-deps.ts';
import type { ClaimOutcome } from '../app/claim-escalation.ts';
import type { ExplainedTurn } from '../app/explain-turn.ts';
import type { LowerLevel } from '../app/lower-level.ts';
import type { ReadConversation } from '../app/read-conversation.ts';
import type { ResponderNames } from '../app/responder-names.ts';
import type { SendResponderTurn, SendResponderTurnOutcome } from '../app/send-responder-turn.ts';
import type { Escalation } from '../domain/escalation.ts';
import type { Responder } from '../domain/responder.ts';
import type { Log } from '../ports/log.ts';
import type { Ack, AckError } from '../protocol/acks.ts';
import {
  ConversationPull,
  EscalationRef,
  LevelLower,
  OwnCaseRef,
  type ResponderToServer,
  ResponderTurnSend,
  type ServerToResponder,
  TurnExplain,
} from '../protocol/responder-protocol.ts';
import { toEscalationWire, toReadTurnWire } from '../protocol/to-wire.ts';
import { acked } from './acked.ts';
import { refuseUnknownEvents } from './refuse-unknown-events.ts';
import { readersRoom, sessionRoom } from './rooms.ts';

interface ResponderSession {
  responder: Pick<Responder, 'id' | 'name'>;
  cookie: string | undefined;
  sessionHash: string;
}

export type ResponderNamespace = Namespace<
  ResponderToServer,
  ServerToResponder,
  Record<string, never>,
  ResponderSession
>;

export interface ResponderNamespaceDeps {
  readonly names: ResponderNames;
  readonly log: Log;
  /** Whether a page of ours opens the connection: the cookie goes along from sites that embed us, too. */
  isOwnPage(req: IncomingMessage): boolean;
  /** The signed-in responder a handshake or event belongs to, asked anew for each event. */
  sessionOf(
    cookie: string | undefined,
  ): Promise<{ responder: Responder; sessionHash: string } | undefined>;
  queue(): Promise<readonly Escalation[]>;
  readConversation(conversationId: string, after: number): Promise<ReadConversation | undefined>;
  explainTurn(conversationId: string, seq: number): Promise<ExplainedTurn | undefined>;
  claim(escalationId: string, responder: Pick<Responder, 'id' | 'name'>): Promise<ClaimOutcome>;
  release(escalationId: string, responder: Pick<Responder, 'id' | 'name'>): Promise<ActOutcome>;
  sendTurn(command: SendResponderTurn): Promise<SendResponderTurnOutcome>;
  lowerLevel(command: LowerLevel): Promise<ActOutcome>;
  closeConversation(
    conversationId: string,
    responder: Pick<Responder, 'id' | 'name'>,
  ): Promise<ActOutcome>;
  /** A responder came or went: `count` of their screens remain. */
  onPresence(responderId: string, screens: number): void;
}

const Nothing = z.object({});
const refusal = (why: CaseRefusal) => ({ ok: false, error: why satisfies AckError }) as const;
const toAck = (outcome: ActOutcome): Ack =>
  outcome.kind === 'done' ? { ok: true } : refusal(outcome.why);

/** `/responder`: the console's live connection, for whoever has a session with that role. */
export function serveResponders(namespace: ResponderNamespace, deps: ResponderNamespaceDeps): void {
  const screens = new Map<string, number>();
  const present = (id: string, change: 1 | -1) => {
    const count = (screens.get(id) ?? 0) + change;
    if (count > 0) screens.set(id, count);
    else screens.delete(id);
    deps.onPresence(id, count);
  };

  namespace.use(async (socket, next) => {
    try {
      const { cookie } = socket.request.headers;
      const session = deps.isOwnPage(socket.request) ? await deps.sessionOf(cookie) : undefined;
      if (!session?.responder.roles.includes('responder')) {
        return next(new Error('unauthorized' satisfies AckError));
      }
      const { id, name } = session.responder;
      socket.data = { responder: { id, name }, cookie, sessionHash: session.sessionHash };
      deps.names.remember(session.responder);
      return next();
    } catch (error) {
      deps.log.warn({ err: error }, 'a responder could not be let in');
      return next(new Error('unavailable' satisfies AckError));
    }
  });

  namespace.on('connection', (socket) => {
    const { responder, cookie, sessionHash } = socket.data;
    const { id: responderId } = responder;
    present(responderId, 1);
    socket.on('disconnect', () => present(responderId, -1));
    void socket.join(sessionRoom(sessionHash));
    refuseUnknownEvents(socket);

    /** A right that was lost since the connection was made is lost at the next event. */
    const allowed = <T, A extends Ack>(schema: z.ZodType<T>, handle: (payload: T) => Promise<A>) =>
      acked(schema, deps.log, async (payload): Promise<A | Ack> => {
        const session = await deps.sessionOf(cookie);
        if (session?.responder.roles.includes('responder')) return handle(payload);
        // Once the acknowledgement is on its way.
        setImmediate(() => socket.disconnect(true));
        return { ok: false, error: 'unauthorized' };
      });

    /** The open case that is meant; without a name, the only one this responder has. */
    async function ownCase({ id, conversationId }: z.infer<typeof OwnCaseRef>) {
      const open = await deps.queue();
      if (id === undefined && conversationId === undefined) {
        const own = open.filter(({ claim }) => claim?.responderId === responderId);
        return own.length === 1 ? own[0] : undefined;
      }
      return open.find(
        (one) =>
          one.id === (id ?? one.id) &&
          one.conversationId === (conversationId ?? one.conversationId),
      );
    }

    socket.on(
      'queue:pull',
      allowed(Nothing, async () => {
        const escalations = await deps.queue();
        await deps.names.learn(escalations.map(({ claim }) => claim?.responderId));
        // Whoever reconnects reads their own cases on.
        for (const { claim, conversationId } of escalations) {
          if (claim?.responderId === responderId) void socket.join(readersRoom(conversationId));
        }
        return {
          ok: true,
          escalations: escalations.map((one) => toEscalationWire(one, deps.names.nameOf)),
          you: responder,
        };
      }),
    );

    socket.on(
      'conversation:pull',
      allowed(ConversationPull, async ({ conversationId, after }) => {
        await socket.join(readersRoom(conversationId));
        const read = await deps.readConversation(conversationId, after);
        if (!read) {
          await socket.leave(readersRoom(conversationId));
          return { ok: false, error: 'closed' };
        }
        const { conversation, turns, assessments, lastSeq } = read;
        const { handling } = conversation;
        await deps.names.learn([
          ...turns.map((turn) => turn.responderId),
          handling.kind === 'with-responder' ? handling.responderId : undefined,
        ]);
        return {
          ok: true,
          conversation: {
            conversationId,
            handling: handling.kind,
            level: conversation.level,
            locale: conversation.locale,
            ...(conversation.ageBand && { ageBand: conversation.ageBand }),
            openedAt: conversation.openedAt.toISOString(),
            lastSeq,
            ...(handling.kind === 'with-responder' && {
              responder: {
                id: handling.responderId,
                name: deps.names.nameOf(handling.responderId) ?? '',
              },
            }),
            turns: turns.map((turn) =>
              toReadTurnWire(conversationId, turn, deps.names.nameOf, assessments.get(turn.seq)),
            ),
          },
        };
      }),
    );

    socket.on(
      'turn:explain',
      allowed(TurnExplain, async ({ conversationId, seq }) => {
        const explanation = await deps.explainTurn(conversationId, seq);
        return explanation ? { ok: true, explanation } : refusal('closed');
      }),
    );

    socket.on(
      'escalation:claim',
      allowed(EscalationRef, async ({ id }) => {
        const outcome = await deps.claim(id, responder);
        if (outcome.kind === 'refused') return refusal(outcome.why);
        await socket.join(readersRoom(outcome.escalation.conversationId));
        return { ok: true, escalation: toEscalationWire(outcome.escalation, deps.names.nameOf) };
      }),
    );

    socket.on(
      'escalation:release',
      allowed(OwnCaseRef, async (ref) => {
        const found = await ownCase(ref);
        return found ? toAck(await deps.release(found.id, responder)) : refusal('closed');
      }),
    );

    socket.on(
      'turn:send',
      allowed(ResponderTurnSend, async (turn) => {
        const outcome = await deps.sendTurn({ ...turn, responderId });
        return outcome.kind === 'kept' ? { ok: true, seq: outcome.seq } : refusal(outcome.why);
      }),
    );

    socket.on(
      'level:lower',
      allowed(LevelLower, async (lower) => toAck(await deps.lowerLevel({ ...lower, responderId }))),
    );

    socket.on(
      'conversation:close',
      allowed(OwnCaseRef, async (ref) => {
        const found = await ownCase(ref);
        return found
          ? toAck(await deps.closeConversation(found.conversationId, responder))
          : refusal('closed');
      }),
    );
  });
}
