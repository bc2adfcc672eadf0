import { afterEach, describe, expect, test } from '@jest/globals';
import { io } from 'socket.io-client';
import { aClassifier } from '../support/app-under-test.ts';
import { eventually } from '../support/eventually.ts';
import { serve } from '../support/in-process-server.ts';
import { aParticipant } from '../support/participant-client.ts';
import { aResponder, PASSWORD, setUpFirst, signIn } from '../support/responder-client.ts';
import { createMemoryStores } from '../support/store-memory.ts';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function aHouse(env: Record<string, string> = {}) {
  const stores = createMemoryStores();
  const server = await serve({
    stores,
    env,
    classifier: aClassifier({}, { danger: { level: 'active', signals: ['intent'] } }),
  });
  closing.push(server.stop);
  const cookie = await setUpFirst(server.url, server.setUpToken ?? '');
  const connect = async (given = cookie) => {
    const client = await aResponder(server.url, given);
    closing.push(client.close);
    return client;
  };
  const person = async () => {
    const client = await aParticipant(server.url);
    closing.push(client.close);
    return client;
  };
  return { ...server, stores, cookie, connect, person };
}

describe('a responder', () => {
  test('hears of danger, reads, claims, writes, lowers, releases and closes', async () => {
    const { connect, person } = await aHouse();
    const responder = await connect();
    const participant = await person();
    await participant.say('danger');
    const opened = await eventually('the case', () => responder.opened[0]);
    expect(opened).toMatchObject({
      level: 'active',
      reason: 'risk',
      signals: ['intent'],
      claimedBy: null,
    });
    const { conversationId, id } = opened;

    const queue = await responder.ask('queue:pull');
    expect(queue).toMatchObject({ ok: true, escalations: [{ id }], you: { name: 'Camille' } });
    const { conversation } = await responder.ask('conversation:pull', { conversationId });
    expect(conversation).toMatchObject({
      handling: 'awaiting-responder',
      level: 'active',
      lastSeq: 3,
    });
    expect(conversation.turns[1]).toMatchObject({
      text: 'danger',
      assessment: { level: 'active', signals: ['intent'], completeness: 'full' },
    });

    const asked = { conversationId, seq: conversation.turns[1]?.seq ?? 0 };
    expect(await responder.ask('turn:explain', asked)).toMatchObject({
      ok: true,
      explanation: { level: 'active', degradedBy: null, before: [] },
    });
    expect(await responder.ask('turn:explain', { ...asked, seq: 1 })).toEqual({
      ok: false,
      error: 'closed',
    });
    expect(await responder.ask('turn:explain', { ...asked, seq: 0 })).toEqual({
      ok: false,
      error: 'invalid',
    });

    const turn = { conversationId, turnId: 'responder-turn-1', text: 'Bonsoir, je suis là.' };
    expect(await responder.ask('turn:send', turn)).toEqual({ ok: false, error: 'busy' });
    expect(await responder.ask('escalation:claim', { id })).toMatchObject({
      ok: true,
      escalation: { claimedBy: { name: 'Camille' } },
    });
    const sent = await responder.ask('turn:send', turn);
    expect(sent).toMatchObject({ ok: true });
    expect(await responder.ask('turn:send', turn)).toEqual(sent);
    const heard = await eventually('the answer', () =>
      participant.heard.find(({ author }) => author === 'responder'),
    );
    expect(heard).toMatchObject({ text: 'Bonsoir, je suis là.', name: 'Camille' });
    expect((await participant.turns()).handling).toBe('with-responder');

    await participant.say('merci d’être là');
    await eventually('the reply', () =>
      responder.heard.find(({ text }) => text === 'merci d’être là'),
    );
    expect(
      await responder.ask('level:lower', { conversationId, level: 'none', reason: '' }),
    ).toEqual({
      ok: false,
      error: 'invalid',
    });
    const lowered = { conversationId, level: 'distress', reason: 'avec sa sœur ce soir' };
    expect(await responder.ask('level:lower', lowered)).toEqual({ ok: true });
    expect(await responder.ask('escalation:release', { id })).toEqual({ ok: true });
    expect((await participant.turns()).handling).toBe('awaiting-responder');
    await responder.ask('escalation:claim', { id });
    expect(await responder.ask('conversation:close', { conversationId })).toEqual({ ok: true });
    await eventually('the end', () => responder.closed[0]);
    expect(await participant.say('encore')).toEqual({ ok: false, error: 'closed' });
    expect(await responder.ask('escalation:claim', { id })).toEqual({ ok: false, error: 'closed' });
  });

  test('names a case by its id, by its conversation, or not at all when it is the only one', async () => {
    const { connect, person } = await aHouse();
    const responder = await connect();
    const participant = await person();
    await participant.say('danger');
    const { id, conversationId } = await eventually('the case', () => responder.opened[0]);
    for (const name of [{ id }, { conversationId }, {}]) {
      await responder.ask('escalation:claim', { id });
      expect(await responder.ask('escalation:release', name)).toEqual({ ok: true });
    }
    expect(await responder.ask('escalation:release', {})).toEqual({ ok: false, error: 'closed' });
    await responder.ask('escalation:claim', { id });
    expect(await responder.ask('conversation:close', { id })).toEqual({ ok: true });
  });

  test('wins a case alone, however many claim it', async () => {
    const { connect, person, stores, url } = await aHouse();
    const [first] = await stores.responders.all();
    if (!first) throw new Error('nobody');
    await stores.responders.add({ ...first, id: 'nour', email: 'nour@example.org', name: 'Nour' });
    const camille = await connect();
    const nour = await connect(await signIn(url, 'nour@example.org'));
    const participant = await person();
    await participant.say('danger');
    const { id } = await eventually('the case', () => nour.opened[0]);
    const acks = await Promise.all(
      [camille, nour].map((one) => one.ask('escalation:claim', { id })),
    );
    expect(acks.filter(({ ok }) => ok)).toHaveLength(1);
    expect(acks.filter(({ error }) => error === 'busy')).toHaveLength(1);
  });

  test('is refused what is malformed, unknown or not theirs', async () => {
    const { connect, person } = await aHouse();
    const responder = await connect();
    const participant = await person();
    const invalid = { ok: false, error: 'invalid' };
    expect(await responder.ask('escalation:claim', {})).toEqual(invalid);
    expect(await responder.ask('escalation:claim', { id: { $ne: '' } })).toEqual(invalid);
    expect(await responder.ask('everything:delete')).toEqual(invalid);
    expect(await responder.ask('escalation:claim', { id: 'nowhere' })).toEqual({
      ok: false,
      error: 'closed',
    });
    // A conversation without a case is nobody's to read.
    const { conversationId } = participant;
    expect(await responder.ask('conversation:pull', { conversationId })).toEqual({
      ok: false,
      error: 'closed',
    });
  });

  test('is not let in without a session, and is sent away when it ends', async () => {
    const { connect, url, cookie } = await aHouse();
    const stranger = io(`${url}/responder`, { transports: ['websocket'], forceNew: true });
    closing.push(() => stranger.close());
    const refusal = await new Promise((resolve) =>
      stranger.once('connect_error', ({ message }) => resolve(message)),
    );
    expect(refusal).toBe('unauthorized');
    const responder = await connect();
    await fetch(`${url}/api/session`, { method: 'DELETE', headers: { cookie } });
    await eventually('the good-bye', () => responder.socket.disconnected);
    expect((await fetch(`${url}/api/session`, { headers: { cookie } })).status).toBe(401);
  });
});

describe('the console’s connection', () => {
  test('is refused to a site that embeds the widget, though the browser sends the cookie', async () => {
    const origin = 'https://www.example.org';
    const { url, cookie, connect } = await aHouse({ EMBED_ORIGINS: origin });
    const embedding = io(`${url}/responder`, {
      extraHeaders: { cookie, origin },
      transports: ['websocket'],
      forceNew: true,
    });
    closing.push(() => embedding.close());
    const ended = new Promise((resolve) => {
      embedding.once('connect', () => resolve('connected'));
      embedding.once('connect_error', ({ message }) => resolve(message));
    });
    expect(await ended).toBe('unauthorized');
    expect((await connect()).socket.connected).toBe(true);
  });
});

describe('signing in', () => {
  test('the set-up link works once', async () => {
    const { url } = await aHouse();
    await expect(setUpFirst(url, 'x'.repeat(43), 'second@example.org')).rejects.toThrow('401');
    expect(await (await fetch(`${url}/api/setup`)).json()).toEqual({ open: false });
  });

  test('tells nothing about which part was wrong, and slows down guessing', async () => {
    const { url } = await aHouse();
    const tryWith = (email: string, password: string) =>
      fetch(`${url}/api/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ email, password }),
      });
    const wrong = await tryWith('camille@example.org', 'une autre phrase');
    const unknown = await tryWith('personne@example.org', PASSWORD);
    expect([wrong.status, await wrong.json()]).toEqual([unknown.status, await unknown.json()]);
    expect((await tryWith('CAMILLE@example.org', PASSWORD)).status).toBe(200);
    const statuses = [];
    for (let tries = 0; tries < 10; tries++)
      statuses.push((await tryWith('camille@example.org', 'x')).status);
    expect(statuses.at(-1)).toBe(429);
  });

  test('is refused to a form on somebody else’s page', async () => {
    const { url } = await aHouse();
    const answer = await fetch(`${url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: 'https://elsewhere.example' },
      body: JSON.stringify({ email: 'camille@example.org', password: PASSWORD }),
    });
    expect(answer.status).toBe(403);
  });

  test('gives a cookie that scripts and other sites can not use', async () => {
    const { url } = await aHouse();
    const answer = await fetch(`${url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'camille@example.org', password: PASSWORD }),
    });
    const cookie = answer.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Strict/);
  });
});

describe('reports', () => {
  test('are for operators, in JSON and CSV, without any text', async () => {
    const { url, cookie, person } = await aHouse();
    const participant = await person();
    await participant.say('danger');
    expect((await fetch(`${url}/api/reports/daily`)).status).toBe(401);
    const json = await fetch(`${url}/api/reports/daily`, { headers: { cookie } });
    const report = (await json.json()) as { days: { conversations: number | null }[] };
    expect(report.days).toHaveLength(30);
    expect(report.days.at(-1)).toMatchObject({ conversations: null, escalations: null });
    const csv = await fetch(`${url}/api/reports/daily?format=csv`, { headers: { cookie } });
    expect(csv.headers.get('content-type')).toMatch(/text\/csv/);
    const text = await csv.text();
    const plain = await fetch(`${url}/api/reports/daily.csv`, { headers: { cookie } });
    expect(await plain.text()).toBe(text);
    expect(await (await fetch(`${url}/api/reports`, { headers: { cookie } })).json()).toMatchObject(
      {
        reports: [{ name: 'daily' }],
      },
    );
    expect(text.split('\r\n')[0]).toMatch(/^day,conversations,messages,level_none/);
    expect(text).toContain('<5');
    expect(text).not.toContain('danger');
    const bad = await fetch(`${url}/api/reports/daily?from=2026-12-01&until=2026-11-01`, {
      headers: { cookie },
    });
    expect(bad.status).toBe(400);
  });

  test('are refused to a responder who is no operator', async () => {
    const { url, stores } = await aHouse();
    const [first] = await stores.responders.all();
    if (!first) throw new Error('nobody');
    await stores.responders.add({
      ...first,
      id: 'nour',
      email: 'nour@example.org',
      roles: ['responder'],
    });
    const cookie = await signIn(url, 'nour@example.org');
    expect((await fetch(`${url}/api/reports/daily`, { headers: { cookie } })).status).toBe(403);
  });
});
