import { afterEach, describe, expect, test } from '@jest/globals';
import { StorageUnavailableError } from '../../server/ports/conversation-store.ts';
import { aClassifier, aDialog } from '../support/app-under-test.ts';
import { serve } from '../support/in-process-server.ts';
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
const post = (url: string, body: unknown) =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

describe('HTTP', () => {
  test('names every field that is wrong when a conversation is opened', async () => {
    const { url } = await start();
    const answer = await post(`${url}/api/conversations`, { locale: 7, ageBand: '12', extra: 1 });
    expect(answer.status).toBe(400);
    const { error, details } = (await answer.json()) as {
      error: string;
      details: { field: string }[];
    };
    expect(error).toBe('invalid');
    expect(details.map(({ field }) => field)).toEqual(
      expect.arrayContaining(['locale', 'ageBand']),
    );
  });

  test('tells screens that nobody answers for the texts yet', async () => {
    const site = async (textsSigned: boolean) => {
      const { url } = await start({ textsSigned });
      return (await fetch(`${url}/api/site`)).json();
    };
    expect(await site(false)).toMatchObject({ name: 'Veilleuse', textsSigned: false });
    expect(await site(true)).toMatchObject({ textsSigned: true });
  });

  test('says plainly when a body is no JSON or too large, and never quotes it', async () => {
    const { url } = await start();
    const broken = await post(`${url}/api/conversations`, '{"locale": "secret');
    expect([broken.status, await broken.json()]).toEqual([
      400,
      { error: 'invalid', details: [{ field: 'body', problem: 'not valid JSON' }] },
    ]);
    const large = await post(`${url}/api/conversations`, { locale: 'x'.repeat(70_000) });
    expect(large.status).toBe(413);
    const unnamed = await fetch(`${url}/api/conversations`, { method: 'POST', body: '{}' });
    expect([unnamed.status, await unnamed.json()]).toMatchObject([
      415,
      { details: [{ field: 'body', problem: expect.stringContaining('application/json') }] },
    ]);
  });

  test.each([
    [true, { training: false }],
    [{ training: true }, { training: true }],
    [undefined, undefined],
  ])('keeps the consent %j as %j', async (consent, kept) => {
    const stores = createMemoryStores();
    const { url } = await start({ stores });
    const opened = await post(`${url}/api/conversations`, { locale: 'fr', consent });
    const { conversationId } = (await opened.json()) as { conversationId: string };
    expect((await stores.conversations.load(conversationId))?.consent).toEqual(kept);
  });

  test('takes the nearest language of the site', async () => {
    const stores = createMemoryStores();
    const { url } = await start({ stores });
    for (const [locale, spoken] of [
      ['fr-CA', 'fr'],
      ['en_GB', 'en'],
      ['pl', 'fr'],
    ]) {
      const { conversationId } = (await (
        await post(`${url}/api/conversations`, { locale })
      ).json()) as {
        conversationId: string;
      };
      expect((await stores.conversations.load(conversationId))?.locale).toBe(spoken);
    }
  });

  test('lets pages of listed sites call, and no others', async () => {
    const { url } = await start({ env: { EMBED_ORIGINS: 'https://asso.example' } });
    const from = (origin: string) =>
      fetch(`${url}/api/conversations`, { method: 'OPTIONS', headers: { origin } });
    expect((await from('https://asso.example')).headers.get('access-control-allow-origin')).toBe(
      'https://asso.example',
    );
    expect(
      (await from('https://evil.example')).headers.get('access-control-allow-origin'),
    ).toBeNull();
  });

  test('says whether it is alive and ready, and why not', async () => {
    const classifier = {
      ...aClassifier(),
      health: () => ({ state: 'unavailable' as const, reason: 'model.onnx is damaged' }),
    };
    const { url } = await start({ classifier });
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    const ready = await fetch(`${url}/readyz`);
    expect([ready.status, await ready.json()]).toEqual([
      503,
      { ready: false, reasons: ['model: model.onnx is damaged'] },
    ]);
    expect(await (await fetch(`${url}/metrics`)).text()).toMatch(/^veilleuse_turns_kept_total 0$/m);
  });

  test('is not ready while the store reads well and can not be written', async () => {
    const stores = createMemoryStores();
    const create = () => Promise.reject(new StorageUnavailableError('the disk is full'));
    const { url } = await start({
      stores: { ...stores, conversations: { ...stores.conversations, create } },
    });
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    expect((await post(`${url}/api/conversations`, { locale: 'fr' })).status).toBe(503);
    const ready = await fetch(`${url}/readyz`);
    expect([ready.status, await ready.json()]).toEqual([
      503,
      { ready: false, reasons: ['store: cannot be written'] },
    ]);
  });

  test('has strict headers on every page', async () => {
    const { url } = await start();
    const { headers } = await fetch(`${url}/healthz`);
    expect(headers.get('content-security-policy')).toMatch(/default-src 'none'/);
    expect(headers.get('content-security-policy')).toMatch(/frame-ancestors 'none'/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-powered-by')).toBeNull();
  });
});

describe('POST /api/chat', () => {
  test('is not there unless it was asked for', async () => {
    const { url } = await start({ env: { TEST_ENDPOINT: '0' } });
    expect(
      (await post(`${url}/api/chat`, { messages: [{ role: 'user', content: 'x' }] })).status,
    ).toBe(404);
  });

  test('sends the last message through the whole pipeline and gives all texts said in reply', async () => {
    const { url } = await start({
      classifier: aClassifier({}, { danger: { level: 'imminent' } }),
      dialog: aDialog({ says: [{ text: 'un' }, { text: 'deux' }] }),
    });
    const first = (await (
      await post(`${url}/api/chat`, {
        model: 'x',
        locale: 'fr',
        messages: [{ role: 'user', content: 'bonsoir' }],
      })
    ).json()) as { conversation_id: string };
    expect(first).toMatchObject({
      message: { content: 'un\n\ndeux' },
      handling: 'with-bot',
      level: 'none',
    });
    const second = await post(`${url}/api/chat`, {
      conversation_id: first.conversation_id,
      messages: [
        { role: 'user', content: 'bonsoir' },
        { role: 'assistant', content: 'un' },
        { role: 'user', content: 'danger' },
      ],
    });
    expect(await second.json()).toMatchObject({
      conversation_id: first.conversation_id,
      message: { content: 'safety imminent' },
      handling: 'awaiting-responder',
      level: 'imminent',
    });
  });

  test('answers a whole history in its context when it knows no conversation', async () => {
    const { url } = await start({ classifier: aClassifier({}, { danger: { level: 'active' } }) });
    const answer = await post(`${url}/api/chat`, {
      messages: [
        { role: 'user', content: 'danger' },
        { role: 'assistant', content: '…' },
        { role: 'user', content: 'bonsoir' },
      ],
    });
    expect(await answer.json()).toMatchObject({ message: { content: 'flow' }, level: 'active' });
  });

  test('takes null for nothing, as tools send it', async () => {
    const { url } = await start();
    const messages = [{ role: 'user', content: 'bonsoir' }];
    const body = { messages, model: null, locale: null, stream: null, conversation_id: null };
    expect((await post(`${url}/api/chat`, body)).status).toBe(200);
  });

  test('names what is wrong', async () => {
    const { url } = await start();
    const chat = async (body: unknown) => (await post(`${url}/api/chat`, body)).status;
    expect(await chat({})).toBe(400);
    expect(await chat({ messages: [] })).toBe(400);
    expect(await chat({ messages: [{ role: 'assistant', content: 'x' }] })).toBe(400);
    expect(await chat({ messages: [{ role: 'user', content: 'x'.repeat(4001) }] })).toBe(400);
    const blank = [
      { role: 'system', content: '' },
      { role: 'user', content: ' ' },
    ];
    expect(await (await post(`${url}/api/chat`, { messages: blank })).json()).toMatchObject({
      details: [{ field: 'messages.1.content' }],
    });
    expect(
      await chat({ conversation_id: 'nowhere', messages: [{ role: 'user', content: 'x' }] }),
    ).toBe(404);
  });
});
