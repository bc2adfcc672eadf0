import { io, type Socket } from 'socket.io-client';
import type { Ack } from '../../server/protocol/acks.ts';
import type { OpenedConversation, TurnsAnswer } from '../../server/protocol/http-bodies.ts';
import type { TurnWire } from '../../server/protocol/turn-wire.ts';

export interface ParticipantClient extends OpenedConversation {
  readonly socket: Socket;
  /** Every `turn:added` heard, in order of arrival. */
  readonly heard: TurnWire[];
  say(text: string, turnId?: string): Promise<Ack<{ seq: number }>>;
  choose(choice: string, turnId?: string): Promise<Ack<{ seq: number }>>;
  /** What the store gives over HTTP. */
  turns(after?: number): Promise<TurnsAnswer>;
  close(): void;
}

/** Opens a conversation over HTTP and connects to it, as a stranger's client would. */
export async function aParticipant(
  url: string,
  body: Record<string, unknown> = { locale: 'fr' },
): Promise<ParticipantClient> {
  const response = await fetch(`${url}/api/conversations`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (response.status !== 201) throw new Error(`opening answered ${response.status}`);
  const opened = (await response.json()) as OpenedConversation;
  const socket = io(`${url}/participant`, {
    auth: { token: opened.token },
    transports: ['websocket'],
    reconnectionDelay: 50,
    reconnectionDelayMax: 200,
  });
  const heard: TurnWire[] = [];
  socket.on('turn:added', (turn: TurnWire) => heard.push(turn));
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', reject);
  });
  const send = (payload: object) => socket.timeout(10_000).emitWithAck('turn:send', payload);
  return {
    ...opened,
    socket,
    heard,
    say: (text, turnId = crypto.randomUUID()) => send({ turnId, text }),
    choose: (choice, turnId = crypto.randomUUID()) => send({ turnId, choice }),
    async turns(after = 0) {
      const answer = await fetch(`${url}/api/conversations/current/turns?after=${after}`, {
        headers: { authorization: `Bearer ${opened.token}` },
      });
      if (!answer.ok) throw new Error(`turns answered ${answer.status}`);
      return (await answer.json()) as TurnsAnswer;
    },
    close: () => void socket.close(),
  };
}
