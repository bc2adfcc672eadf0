import { resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { createPageApp } from '../../../../../bot-flows/author/page/page-app.ts';
import { aDesk, aSetting, EVENING } from '../../../../support/author-desk.ts';
import { SMALL_DIR } from '../../../../support/flow-folder.ts';

const app = createPageApp({
  desk: aDesk(SMALL_DIR),
  tellChanges: (res) => void res.end(),
  sourceDir: resolve('web-widget'),
  builtDir: resolve('build', 'web'),
  now: () => EVENING,
});
const play = { flow: 'sample', language: 'fr', setting: aSetting(), moves: [] };

describe('the author’s page', () => {
  test('is there, under a policy that lets in nothing from elsewhere', async () => {
    const { status, headers, text } = await request(app).get('/');
    expect(status).toBe(200);
    expect(text).toContain('/web/author/author.js');
    const policy = headers['content-security-policy'] ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
    expect(headers['cache-control']).toBe('no-store');
  });
  test('lists the conversations, exercises and questionnaires', async () => {
    const { body } = await request(app).get('/api/library');
    expect(body.flows).toContainEqual({
      id: 'sample',
      kind: 'flow',
      about: 'A subject in which tests change things.',
      findings: 0,
      signed: false,
    });
    expect(body.flows.map((flow: { kind: string }) => flow.kind)).toEqual(
      expect.arrayContaining(['exercise', 'questionnaire']),
    );
    expect(body).toMatchObject({ isCurrent: true, elsewhere: [] });
    expect(body.signals).toContain('self-harm');
  });
  test('gives one of them, as it would be said in the setting asked for', async () => {
    const { body } = await request(app).get('/api/flows/sample?address=vous');
    const first = body.steps.find((step: { id: string }) => step.id === 'first');
    expect(JSON.stringify(first.texts.fr)).toContain('Qu’est-ce que vous voulez en dire');
  });
  test('plays', async () => {
    const { body } = await request(app).post('/api/play').send(play);
    expect(body.turns).toHaveLength(1);
    expect(body.turns[0]).toMatchObject({ at: 'sample.first', broke: null });
  });
  test('knows what it doesn’t have', async () => {
    for (const path of [
      '/api/flows/nope',
      '/api/nope',
      '/web/console/console.tsx',
      '/package.json',
    ])
      expect((await request(app).get(path)).status).toBe(404);
    const lost = await request(app)
      .post('/api/play')
      .send({ ...play, step: 'nope' });
    expect(lost.status).toBe(404);
  });
  test.each([
    ['a flow that is no name', { ...play, flow: '../x' }],
    ['an unknown level', { ...play, moves: [{ text: 'a', level: 'high', signals: [] }] }],
    ['more than is known', { ...play, extra: 1 }],
    ['nothing', undefined],
  ])('refuses %s', async (_what, body) => {
    expect((await request(app).post('/api/play').send(body)).status).toBe(400);
  });
  test('refuses a setting that it doesn’t know', async () => {
    expect((await request(app).get('/api/flows/sample?address=thou')).status).toBe(400);
  });
});

describe('another site', () => {
  const get = (path: string, headers: Record<string, string>) =>
    request(app).get(path).set(headers);

  test.each([
    ['a name that was made to point here', { Host: 'evil.example' }],
    ['such a name with our port', { Host: 'evil.example:8090' }],
    ['a page of another site', { Host: '127.0.0.1:8090', Origin: 'https://evil.example' }],
    [
      'another program of this machine',
      { Host: '127.0.0.1:8090', Origin: 'http://127.0.0.1:3000' },
    ],
    ['a sandboxed frame', { Host: '127.0.0.1:8090', Origin: 'null' }],
    ['a picture in another site', { Host: '127.0.0.1:8090', 'Sec-Fetch-Site': 'cross-site' }],
    ['a page on another port', { Host: '127.0.0.1:8090', 'Sec-Fetch-Site': 'same-site' }],
  ])('is refused: %s', async (_who, headers) => {
    expect((await get('/api/library', headers)).status).toBe(403);
    expect((await get('/api/changes', headers)).status).toBe(403);
    const played = await request(app).post('/api/play').set(headers).send(play);
    expect(played.status).toBe(403);
  });
  test('may only link to the page', async () => {
    const headers = { Host: 'localhost:8090', 'Sec-Fetch-Site': 'cross-site' };
    expect((await get('/', headers)).status).toBe(200);
  });
  test('our own page is let in, under each name of this machine', async () => {
    for (const Host of ['127.0.0.1:8090', 'localhost:8090', '[::1]:8090']) {
      const headers = { Host, Origin: `http://${Host}`, 'Sec-Fetch-Site': 'same-origin' };
      expect((await get('/api/library', headers)).status).toBe(200);
    }
  });
});
