import { parseArgs } from 'node:util';
import { io } from 'socket.io-client';
import type { OpenedConversation } from './protocol/http-bodies.ts';
import type { EscalationWire } from './protocol/responder-protocol.ts';

const USAGE = `npm run drill -- [--url http://127.0.0.1:8080] --email E [--within SECONDS]
  with the responder's password in the environment variable DRILL_PASSWORD`;

/** Plainly a drill to whoever sees it, and plainly danger to whatever reads it. */
const MESSAGE = 'Exercice / drill. Je vais me suicider ce soir. I am going to kill myself tonight.';
const DEFAULT_SECONDS = '2';

/**
 * Sends a synthetic message in danger through a running server and waits, signed in as a
 * responder, for its case. Fails (exit 1) unless the case comes in time; erases the conversation.
 */
async function drill(): Promise<string> {
  const { values } = parseArgs({
    options: {
      url: { type: 'string', default: 'http://127.0.0.1:8080' },
      email: { type: 'string' },
      within: { type: 'string', default: DEFAULT_SECONDS },
    },
  });
  const { url, email } = values;
  const password = process.env.DRILL_PASSWORD;
  const withinMs = Number(values.within) * 1000;
  if (!email || !password || !(withinMs > 0) || !URL.canParse(url)) throw new Error(USAGE);

  const session = await post(url, '/api/session', { email, password });
  const cookie = session.headers.get('set-cookie')?.split(';')[0];
  if (!cookie) throw new Error('the server gave no session');
  const responder = io(`${url}/responder`, { extraHeaders: { cookie }, transports: ['websocket'] });
  const opened = (await (
    await post(url, '/api/conversations', { locale: 'fr' })
  ).json()) as OpenedConversation;
  const participant = io(`${url}/participant`, {
    auth: { token: opened.token },
    transports: ['websocket'],
  });
  try {
    await Promise.all([connected(responder), connected(participant)]);
    const alerted = new Promise<EscalationWire>((resolve) => {
      responder.on('escalation:opened', (escalation: EscalationWire) => {
        if (escalation.conversationId === opened.conversationId) resolve(escalation);
      });
    });
    const ack = await participant
      .timeout(withinMs)
      .emitWithAck('turn:send', { turnId: crypto.randomUUID(), text: MESSAGE });
    if (!ack.ok) throw new Error(`the message was not kept: ${ack.error}`);
    const started = Date.now();
    const escalation = await inTime(alerted, withinMs);
    return `The case stood in the console after ${Date.now() - started} ms, level ${escalation.level}.`;
  } finally {
    await fetch(`${url}/api/conversations/current`, {
      method: 'DELETE',
      headers: { authorization: `Bearer ${opened.token}` },
    });
    await fetch(`${url}/api/session`, { method: 'DELETE', headers: { cookie } });
    participant.close();
    responder.close();
  }
}

async function post(url: string, path: string, body: object): Promise<Response> {
  const answer = await fetch(new URL(path, url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }).catch(() => {
    throw new Error(`no server answers at ${url}`);
  });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
  return answer;
}

function connected(socket: ReturnType<typeof io>): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', (error) => reject(new Error(`no connection: ${error.message}`)));
  });
}

function inTime<T>(promise: Promise<T>, ms: number): Promise<T> {
  const late = new Promise<never>((_resolve, reject) => {
    setTimeout(
      () => reject(new Error(`no responder was alerted within ${ms / 1000} s`)),
      ms,
    ).unref();
  });
  return Promise.race([promise, late]);
}

drill().then(
  (line) => {
    process.stdout.write(`${line}\n`);
    process.exit(0);
  },
  (error: Error) => {
    process.stderr.write(`drill: ${error.message}\n`);
    process.exit(1);
  },
);
