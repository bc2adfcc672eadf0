import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import type { HelplinesAnswer, SiteAnswer } from '../../server/protocol/http-bodies.ts';
import { serve } from '../support/in-process-server.ts';
import { setUpFirst } from '../support/responder-client.ts';

const NIGHT = new Date('2026-11-26T23:30:00Z');
const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function aHouse(site = '') {
  const dataDir = mkdtempSync(join(tmpdir(), 'helplines-'));
  closing.push(() => rmSync(dataDir, { recursive: true }));
  const server = await serve({
    env: { DATA_DIR: dataDir, ...(site && { SITE_FILE: site }) },
    now: () => NIGHT,
  });
  closing.push(server.stop);
  return server;
}
const linesOf = async (url: string) =>
  ((await (await fetch(`${url}/api/site`)).json()) as SiteAnswer).lines ?? [];

describe('the numbers people are given', () => {
  test('are those of today, and say which are open now and until when', async () => {
    const { url } = await aHouse();
    const lines = await linesOf(url);
    expect(lines.map(({ label }) => label)).not.toContain('09 72 39 40 50');
    expect(lines[0]).toEqual({
      label: '3114',
      href: 'tel:3114',
      first: true,
      about: {
        fr: 'Numéro national de prévention du suicide. Gratuit, jour et nuit.',
        en: 'National suicide prevention line. Free, day and night.',
      },
      open: true,
      until: null,
    });
    expect(lines.find(({ label }) => label === '3018')).toMatchObject({
      young: true,
      open: false,
      until: '2026-11-27T08:00:00.000Z',
    });
  });

  test('stand in the page without JavaScript, and in the loader, which holds none itself', async () => {
    const { url } = await aHouse();
    const page = await (await fetch(`${url}/chat`)).text();
    for (const link of ['tel:3114', 'tel:15', 'tel:112', 'sms:114', 'tel:119', 'tel:3018']) {
      expect(page).toContain(`<a href="${link}">`);
    }
    expect(page).not.toMatch(/tel:114|<!-- helplines/);
    const demo = await (await fetch(`${url}/demo`)).text();
    expect(demo).toContain('<a href="sms:114">114</a> (par SMS)');
    expect(demo).not.toContain('<!-- helplines');
  });
});

describe('an operator', () => {
  const call = (url: string, cookie: string, body?: unknown) =>
    fetch(`${url}/api/helplines${body ? '/confirmations' : ''}`, {
      ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
      headers: { cookie, 'content-type': 'application/json' },
    });

  test('goes through the list at set-up; what is confirmed is given to people from then on', async () => {
    const { url, setUpToken } = await aHouse();
    const cookie = await setUpFirst(url, setUpToken ?? '');
    const list = (await (await call(url, cookie)).json()) as HelplinesAnswer;
    expect(list.country).toBe('FR');
    expect(list.lines[0]).toMatchObject({ id: 'sos-amitie', state: 'left-out', dated: true });

    const answer = await call(url, cookie, { ids: ['sos-amitie'] });
    expect(answer.status).toBe(200);
    const { lines } = (await answer.json()) as HelplinesAnswer;
    expect(lines.find(({ id }) => id === 'sos-amitie')).toMatchObject({
      state: 'confirmed',
      confirmation: { by: 'Camille', on: '2026-11-26' },
    });
    expect((await linesOf(url)).map(({ label }) => label)).toContain('09 72 39 40 50');
  });

  test('is told of a line that isn’t there, and nothing is kept', async () => {
    const { url, setUpToken } = await aHouse();
    const cookie = await setUpFirst(url, setUpToken ?? '');
    expect((await call(url, cookie, { ids: ['sos-amitie', 'nowhere'] })).status).toBe(400);
    expect((await linesOf(url)).map(({ label }) => label)).not.toContain('09 72 39 40 50');
  });

  test('must be signed in', async () => {
    const { url } = await aHouse();
    expect((await call(url, '')).status).toBe(401);
    expect((await call(url, '', { ids: ['sos-amitie'] })).status).toBe(401);
  });
});
