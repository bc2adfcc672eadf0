import { io, type Socket } from 'socket.io-client';
import type { EscalationWire, ReadTurnWire } from '../../server/protocol/responder-protocol.ts';

export interface ResponderClient {
  readonly socket: Socket;
  readonly cookie: string;
  readonly opened: EscalationWire[];
  readonly changed: EscalationWire[];
  readonly closed: EscalationWire[];
  readonly heard: ReadTurnWire[];
  // biome-ignore lint/suspicious/noExplicitAny: tests look into whatever comes back
  ask(event: string, payload?: object): Promise<any>;
  close(): void;
}

export const PASSWORD = 'une longue phrase de passe';

/** Makes the first account with the one-time link's token, and is signed in. */
export async function setUpFirst(
  url: string,
  token: string,
  email = 'camille@example.org',
): Promise<string> {
  return cookieOf(
    await post(url, '/api/setup', { token, email, name: 'Camille', password: PASSWORD }),
    201,
  );
}

export async function signIn(url: string, email = 'camille@example.org'): Promise<string> {
  return cookieOf(await post(url, '/api/session', { email, password: PASSWORD }), 200);
}

/** Connects the console's socket with a session's cookie. */
export async function aResponder(url: string, cookie: string): Promise<ResponderClient> {
  const socket = io(`${url}/responder`, {
    extraHeaders: { cookie },
    transports: ['websocket'],
    forceNew: true,
  });
  const client = { opened: [], changed: [], closed: [], heard: [] } as Pick<
    ResponderClient,
    'opened' | 'changed' | 'closed' | 'heard'
  >;
  socket.on('escalation:opened', (one: EscalationWire) => client.opened.push(one));
  socket.on('escalation:changed', (one: EscalationWire) => client.changed.push(one));
  socket.on('escalation:closed', (one: EscalationWire) => client.closed.push(one));
  socket.on('turn:added', (turn: ReadTurnWire) => client.heard.push(turn));
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', reject);
  });
  return {
    ...client,
    socket,
    cookie,
    ask: (event, payload = {}) => socket.timeout(10_000).emitWithAck(event, payload),
    close: () => void socket.close(),
  };
}

function post(url: string, path: string, body: object): Promise<Response> {
  return fetch(`${url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

function cookieOf(response: Response, status: number): string {
  if (response.status !== status) throw new Error(`answered ${response.status}`);
  return response.headers.get('set-cookie')?.split(';')[0] ?? '';
}
