import { afterEach, describe, expect, test } from '@jest/globals';
import { io } from 'socket.io-client';
import { aClassifier, aDialog } from '../support/app-under-test.ts';
import { eventually } from '../support/eventually.ts';
import { serve } from '../support/in-process-server.ts';
import { aParticipant, type ParticipantClient } from '../support/participant-client.ts';
import { createMemoryStores } from '../support/store-memory.ts';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});
async function start(parts: Parameters<typeof serve>[0] = {}) {
  const server = await serve(parts);
  closing.push(server.stop);
  return server;
}
async function join(url: string): Promise<ParticipantClient> {
  const client = await aParticipant(url);
  closing.push(client.close);
  return client;
}
const ID = 'turn-0123456789';

describe('a participant', () => {
  test('is greeted, writes, is acknowledged with a number, and is answered', async () => {
    const { url } = await start();
    const person = await join(url);
    expect((await person.turns()).turns).toMatchObject([
      { seq: 1, author: 'bot', text: 'welcome' },
    ]);
    expect(await person.say('bonsoir')).toEqual({ ok: true, seq: 2 });
    await eventually('the answer', () => person.heard.find(({ text }) => text === 'flow'));
    const { turns, handling, lastSeq } = await person.turns(1);
    expect(turns).toMatchObject([
      { seq: 2, author: 'participant', text: 'bonsoir' },
      { seq: 3, author: 'bot', text: 'flow' },
    ]);
    expect(turns[0]?.at).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
    expect({ handling, lastSeq }).toEqual({ handling: 'with-bot', lastSeq: 3 });
  });

  test('is served by polling where a proxy lets no websocket through', async () => {
    const { url } = await start();
    const { token } = await join(url);
    const socket = io(`${url}/participant`, {
      auth: { token },
      transports: ['polling'],
      forceNew: true,
    });
    closing.push(() => socket.close());
    const ack = await socket
      .timeout(5000)
      .emitWithAck('turn:send', { turnId: ID, text: 'bonsoir' });
    expect(ack).toEqual({ ok: true, seq: 2 });
  });

  test('pulls what is missing by number, over the socket as over HTTP', async () => {
    const { url } = await start();
    const person = await join(url);
    await person.say('un');
    await eventually('the answer', () => person.heard.length >= 2);
    const ack = await person.socket.emitWithAck('turns:pull', { after: 1 });
    expect(ack).toMatchObject({ ok: true, handling: 'with-bot', lastSeq: 3 });
    expect(ack.turns).toEqual((await person.turns(1)).turns);
  });

  test('is sent what was missed when connecting again with the last number', async () => {
    const { url } = await start();
    const person = await join(url);
    await person.say('un');
    await eventually('the answer', () => person.heard.length >= 2);
    const again = io(`${url}/participant`, {
      auth: { token: person.token, after: 1 },
      transports: ['websocket'],
      forceNew: true,
    });
    closing.push(() => again.close());
    const seqs: number[] = [];
    again.on('turn:added', ({ seq }: { seq: number }) => seqs.push(seq));
    await eventually('both turns', () => seqs.length === 2);
    expect(seqs).toEqual([2, 3]);
  });

  test('gets the same answer for a resend, and a refusal for an id used again', async () => {
    const { url } = await start();
    const person = await join(url);
    expect(await person.say('bonsoir', ID)).toEqual({ ok: true, seq: 2 });
    expect(await person.say('bonsoir', ID)).toEqual({ ok: true, seq: 2 });
    expect(await person.say('autre chose', ID)).toEqual({ ok: false, error: 'invalid' });
    expect((await person.turns()).turns.filter(({ turnId }) => turnId === ID)).toHaveLength(1);
  });

  test('can tap what is offered and nothing else', async () => {
    const says = [{ text: 'Question', choices: [{ id: 'yes', label: 'Oui' }] }];
    const { url } = await start({ dialog: aDialog({ says }) });
    const person = await join(url);
    await person.say('bonsoir');
    const question = await eventually('the question', () =>
      person.heard.find(({ choices }) => choices),
    );
    expect(question.choices).toEqual([{ id: 'yes', label: 'Oui' }]);
    expect(await person.choose('no')).toEqual({ ok: false, error: 'invalid' });
    expect(await person.choose('yes')).toMatchObject({ ok: true });
  });

  test.each([
    ['an empty message', ''],
    ['blanks only', ' \n\t '],
    ['4,001 characters', 'a'.repeat(4001)],
    ['4,002 characters as emoji', '🌙'.repeat(2001)],
    ['a NUL', 'a\0b'],
    ['half a surrogate pair', 'a\ud83d'],
    ['a million characters', 'a'.repeat(1_000_000)],
  ])('is told plainly that %s can not be kept, and can go on', async (_what, text) => {
    const { url } = await start();
    const person = await join(url);
    expect(await person.say(text)).toEqual({ ok: false, error: 'invalid' });
    expect(await person.say('a'.repeat(4000))).toEqual({ ok: true, seq: 2 });
  });

  test.each([
    [{}],
    [null],
    ['bonsoir'],
    [{ turnId: ID }],
    [{ turnId: 7, text: 'x' }],
    [{ turnId: { $ne: null }, text: 'x' }],
    [{ turnId: 'short', text: 'x' }],
    [{ turnId: ID, text: 'x', choice: 'y' }],
    [{ turnId: ID, text: 'x', conversationId: 'of somebody else' }],
    [{ turnId: ID, text: ['x'] }],
    [[1, 2, 3]],
  ])('is refused %j', async (payload) => {
    const { url } = await start();
    const person = await join(url);
    expect(await person.socket.emitWithAck('turn:send', payload)).toEqual({
      ok: false,
      error: 'invalid',
    });
  });

  test('is refused an unknown event, and loses nothing by an event without an acknowledgement', async () => {
    const { url } = await start();
    const person = await join(url);
    expect(await person.socket.emitWithAck('turn:delete', {})).toEqual({
      ok: false,
      error: 'invalid',
    });
    person.socket.emit('turn:delete');
    person.socket.emit('turn:send');
    person.socket.emit('turn:send', { turnId: ID, text: 'sans accusé' });
    await eventually('the turn', async () =>
      (await person.turns()).turns.find(({ text }) => text === 'sans accusé'),
    );
  });

  test('is not let in with a wrong, an expired or no token', async () => {
    let now = Date.parse('2026-11-24T12:00:00Z');
    const { url } = await start({ now: () => new Date(now) });
    const person = await join(url);
    const refusalOf = async (auth: object) => {
      const socket = io(`${url}/participant`, { auth, transports: ['websocket'], forceNew: true });
      closing.push(() => socket.close());
      return new Promise<string>((resolve) =>
        socket.once('connect_error', ({ message }) => resolve(message)),
      );
    };
    expect(await refusalOf({})).toBe('unauthorized');
    expect(await refusalOf({ token: 'x'.repeat(43) })).toBe('unauthorized');
    expect(await refusalOf({ token: { $ne: null } })).toBe('unauthorized');
    // The token is good and stays so.
    expect(await refusalOf({ token: person.token, after: -1 })).toBe('invalid');
    expect(await refusalOf({ token: 'x'.repeat(43), after: -1 })).toBe('invalid');
    const turnsWith = (authorization: string) =>
      fetch(`${url}/api/conversations/current/turns`, { headers: { authorization } });
    expect((await turnsWith('Bearer wrong')).status).toBe(401);
    expect((await turnsWith('')).status).toBe(401);
    now += 8 * 24 * 3600_000;
    expect(await refusalOf({ token: person.token })).toBe('unauthorized');
    expect((await turnsWith(`Bearer ${person.token}`)).status).toBe(401);
    expect(await person.say('trop tard')).toEqual({ ok: false, error: 'unauthorized' });
  });

  test('reads and writes only their own conversation', async () => {
    const { url } = await start();
    const one = await join(url);
    const other = await join(url);
    await one.say('seulement ici');
    await eventually('the answer', () => one.heard.length >= 2);
    expect(JSON.stringify(await other.turns())).not.toContain('seulement ici');
    expect(other.heard).toEqual([]);
  });

  test('erases the conversation and gets a receipt; the token is worth nothing afterwards', async () => {
    const stores = createMemoryStores();
    const { url } = await start({ stores });
    const person = await join(url);
    await person.say('à oublier');
    const headers = { authorization: `Bearer ${person.token}` };
    const gone = await fetch(`${url}/api/conversations/current`, { method: 'DELETE', headers });
    expect(gone.status).toBe(204);
    expect(gone.headers.get('erasure-receipt')).toMatch(/^[\w-]{20,}$/);
    expect(await stores.conversations.load(person.conversationId)).toBeUndefined();
    await eventually('the socket to end', () => person.socket.disconnected);
    await expect(person.turns()).rejects.toThrow('401');
    const again = await fetch(`${url}/api/conversations/current`, { method: 'DELETE', headers });
    expect(again.status).toBe(401);
  });

  test('keeps the text while the store is away, and is served when it is back', async () => {
    const stores = createMemoryStores();
    const { url } = await start({ stores, classifier: aClassifier() });
    const person = await join(url);
    stores.away = true;
    expect(await person.say('bonsoir', ID)).toEqual({ ok: false, error: 'unavailable' });
    const opening = await fetch(`${url}/api/conversations`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ locale: 'fr' }),
    });
    expect(opening.status).toBe(503);
    expect((await fetch(`${url}/readyz`)).status).toBe(503);
    stores.away = false;
    expect(await person.say('bonsoir', ID)).toEqual({ ok: true, seq: 2 });
  });

  test('is asked to slow down long after any person would', async () => {
    const { url } = await start();
    const person = await join(url);
    const acks = await Promise.all(Array.from({ length: 130 }, () => person.say('x')));
    expect(acks.filter((ack) => !ack.ok && ack.error === 'too-many')).toHaveLength(10);
  });
});
