import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { eventually } from '../support/eventually.ts';
import { runFlow } from '../support/flow-command-run.ts';
import { aFlowFolder } from '../support/flow-folder.ts';
import { aParticipant } from '../support/participant-client.ts';
import { aDataFolder, startVeilleuse } from '../support/running-server.ts';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});
function aFolder() {
  const folder = aDataFolder();
  closing.push(folder.remove);
  return folder.dir;
}

/** Starts and expects it to end by itself. */
async function failedStart(env: Record<string, string>) {
  const child = spawn(process.execPath, ['scripts/run.mjs', 'server/main'], {
    env: { ...process.env, PORT: '0', ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let printed = '';
  child.stderr.on('data', (chunk) => {
    printed += chunk;
  });
  const [code] = await once(child, 'exit');
  return { code, printed };
}

describe('a start that can not succeed says why in plain words', () => {
  test('the port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    closing.push(() => other.close());
    const { port } = other.address() as { port: number };
    const { code, printed } = await failedStart({ DATA_DIR: aFolder(), PORT: String(port) });
    expect(code).toBe(1);
    expect(printed).toMatch(`already listens on 127.0.0.1:${port}`);
    expect(printed).not.toMatch(/\n\s+at /);
  });

  test('the configuration is wrong, all of it at once', async () => {
    const { code, printed } = await failedStart({
      PORT: 'x',
      LOG_LEVEL: 'loud',
      RETENTION_DAYS: '0',
    });
    expect(code).toBe(1);
    expect(printed).toMatch(/PORT is not/);
    expect(printed).toMatch(/LOG_LEVEL is none of/);
    expect(printed).toMatch(/RETENTION_DAYS is not/);
  });

  test('the data folder can not be written', async () => {
    const dir = aFolder();
    writeFileSync(join(dir, 'taken'), 'a file where the folder should be');
    const { code, printed } = await failedStart({ DATA_DIR: join(dir, 'taken') });
    expect(code).toBe(1);
    expect(printed).toMatch(/taken/);
    expect(printed).not.toMatch(/\n\s+at /);
  });

  test('the database is damaged', async () => {
    const dir = aFolder();
    writeFileSync(
      join(dir, 'veilleuse.db'),
      'no database at all, but a letter of some length'.repeat(200),
    );
    const { code, printed } = await failedStart({ DATA_DIR: dir });
    expect(code).toBe(1);
    expect(printed).toMatch(/veilleuse\.db is damaged or no database/);
  });

  test('production, and texts that nobody has signed', async () => {
    const dir = aFolder();
    const flows = aFlowFolder();
    closing.push(flows.remove);
    const env = { DATA_DIR: dir, FLOWS_DIR: flows.dir, NODE_ENV: 'production' };
    const { code, printed } = await failedStart(env);
    expect(code).toBe(1);
    expect(printed).toMatch(
      /11 texts may not be said to anybody yet:\n {2}ask-directly: not signed/,
    );
    expect(printed).not.toMatch(/\n\s+at /);
    expect(existsSync(join(dir, 'veilleuse.db'))).toBe(false);

    const demo = await startVeilleuse({ ...env, NODE_ENV: '' });
    closing.push(demo.stop);
    expect(demo.output()).toMatch(/Texts {3}NOT SIGNED, 11 of 11/);
    expect(await (await fetch(`${demo.url}/api/site`)).json()).toMatchObject({
      textsSigned: false,
    });

    for (const role of ['author', 'clinician']) {
      const called = ['exercises/stones', 'exercises/shared'];
      const asked = ['questionnaires/weather', 'questionnaires/shared'];
      const ids = [...readdirSync(flows.dir), ...called, ...asked];
      const args = ['sign', ...ids, '--role', role, '--name', `Test ${role}`];
      expect((await runFlow(args, { flowsDir: flows.dir })).complaints).toBe('');
    }
    const signed = await startVeilleuse({ ...env, DATA_DIR: aFolder() });
    closing.push(signed.stop);
    expect(signed.output()).toMatch(/Texts {3}signed by an author and a clinician/);
  });

  test('MongoDB is not there', async () => {
    const { code, printed } = await failedStart({ MONGODB_URI: 'mongodb://127.0.0.1:9/nothing' });
    expect(code).toBe(1);
    expect(printed).toMatch(/MONGODB_URI: no MongoDB server answers there/);
  });
});

describe('a running server', () => {
  test('stops cleanly on SIGTERM with its answers kept, and comes back to where it was', async () => {
    const dir = aFolder();
    const first = await startVeilleuse({ DATA_DIR: dir });
    const person = await aParticipant(first.url);
    closing.push(person.close);
    const acks = await Promise.all(['un', 'deux', 'trois'].map((text) => person.say(text)));
    expect(acks.every(({ ok }) => ok)).toBe(true);
    expect(await first.stop()).toBe(0);

    const second = await startVeilleuse({ DATA_DIR: dir, PORT: new URL(first.url).port });
    closing.push(second.stop);
    await eventually('the screen to come back by itself', () => person.socket.connected, 10_000);
    const { turns } = await eventually(
      'an answer to each',
      async () => {
        const pulled = await person.turns();
        return pulled.turns.at(-1)?.author === 'bot' ? pulled : undefined;
      },
      10_000,
    );
    expect(turns.filter(({ author }) => author === 'participant').map(({ text }) => text)).toEqual([
      'un',
      'deux',
      'trois',
    ]);
    expect(turns.map(({ seq }) => seq)).toEqual(turns.map((_, index) => index + 1));
  });

  test('writes no word of anybody to its logs, its output or its metrics', async () => {
    const planted = 'phrase-plantée-zebulon';
    const server = await startVeilleuse({ DATA_DIR: aFolder(), LOG_LEVEL: 'trace' });
    closing.push(server.stop);
    const person = await aParticipant(server.url);
    closing.push(person.close);
    await person.say(`${planted} je vais me tuer ce soir`);
    await person.socket.emitWithAck('turn:send', { turnId: 'x', text: planted });
    await fetch(`${server.url}/api/conversations`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: `{"locale": "${planted}`,
    });
    await eventually(
      'the answer',
      async () => (await person.turns()).handling === 'awaiting-responder',
    );
    const metrics = await (await fetch(`${server.url}/metrics`)).text();
    expect(server.output() + metrics).not.toContain('zebulon');
  });

  test('answers by the lexicon and has people look when the model file is damaged', async () => {
    const models = aFolder();
    mkdirSync(join(models, 'onnx'));
    for (const name of [
      'manifest.json',
      'config.json',
      'tokenizer.json',
      'tokenizer_config.json',
    ]) {
      copyFileSync(join('data', 'models', name), join(models, name));
    }
    writeFileSync(join(models, 'onnx', 'model_quantized.onnx'), 'half of a model');
    const server = await startVeilleuse({ DATA_DIR: aFolder(), MODEL_DIR: models });
    closing.push(server.stop);
    const ready = await fetch(`${server.url}/readyz`);
    expect(ready.status).toBe(503);
    expect(JSON.stringify(await ready.json())).toMatch(/model_quantized\.onnx/);
    const person = await aParticipant(server.url);
    closing.push(person.close);
    expect(await person.say('Je vais me suicider ce soir')).toMatchObject({ ok: true });
    await eventually(
      'people to be called',
      async () => (await person.turns()).handling === 'awaiting-responder',
    );
  });
});
