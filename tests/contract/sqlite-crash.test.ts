import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openSqliteStores } from '../../server/adapters/storage/sqlite/sqlite-stores.ts';
import { aDataFolder } from '../support/running-server.ts';

describe('the embedded file, in processes of its own', () => {
  let folder: ReturnType<typeof aDataFolder>;
  let built: string;
  beforeAll(() => {
    folder = aDataFolder();
    built = join(folder.dir, 'stores.cjs');
    const source = join('server', 'adapters', 'storage', 'sqlite', 'sqlite-stores.ts');
    const how = ['--bundle', '--platform=node', '--packages=external', '--log-level=error'];
    execFileSync(join('node_modules', '.bin', 'esbuild'), [source, `--outfile=${built}`, ...how]);
  });
  afterAll(() => folder.remove());

  /** A process that keeps turns in a conversation of its own and prints each number it was given. */
  function keepTurns(file: string, name: string, count: number) {
    const child = spawn(process.execPath, ['-e', KEEP_TURNS, built, file, name, String(count)], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, NODE_PATH: resolve('node_modules') },
    });
    let printed = '';
    child.stdout.on('data', (chunk) => {
      printed += chunk;
    });
    const exited = once(child, 'close');
    // The last line may be cut off.
    return { child, exited, acknowledged: () => printed.split('\n').slice(0, -1).map(Number) };
  }

  test('loses no acknowledged turn when its process is killed', async () => {
    const file = join(folder.dir, 'killed', 'veilleuse.db');
    const { child, exited, acknowledged } = keepTurns(file, 'a', 1_000_000);
    while (acknowledged().length < 200) await once(child.stdout, 'data');
    child.kill('SIGKILL');
    await exited;

    const stores = openSqliteStores({ file });
    const kept = (await stores.conversations.turnsAfter('a', 0, 1_000_000)).map(({ seq }) => seq);
    const pending = (await stores.conversations.pendingTurns('a')).map(({ seq }) => seq);
    const lastSeq = await stores.conversations.lastSeq('a');
    await stores.close();
    // At most the one that was kept and not yet said is beyond them.
    expect(kept.slice(0, acknowledged().length)).toEqual(acknowledged());
    expect(kept.length - acknowledged().length).toBeLessThanOrEqual(1);
    expect(kept).toEqual(kept.map((_, index) => index + 1));
    expect(pending).toEqual(kept);
    expect(lastSeq).toBe(kept.length);
  });

  test('is made once when several processes start at the same moment', async () => {
    const file = join(folder.dir, 'together', 'veilleuse.db');
    const runs = ['a', 'b', 'c'].map((name) => keepTurns(file, name, 20));
    for (const { child, exited, acknowledged } of runs) {
      await exited;
      expect(child.exitCode).toBe(0);
      expect(acknowledged()).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
    }
    const stores = openSqliteStores({ file });
    expect((await stores.conversations.conversationsPending()).toSorted()).toEqual(['a', 'b', 'c']);
    await stores.close();
  });
});

const KEEP_TURNS = `
  const [, built, file, id, count] = process.argv;
  const { conversations } = require(built).openSqliteStores({ file });
  const at = new Date('2026-11-24T12:00:00Z');
  const conversation = {
    id, version: 1, handling: { kind: 'with-bot' }, level: 'none', highestLevel: 'none',
    locale: 'fr', site: 'default', flowState: null, openedAt: at, tokenExpiresAt: at,
  };
  (async () => {
    await conversations.create(conversation, 'hash of ' + id, []);
    for (let n = 1; n <= count; n++) {
      const turn = { turnId: 'turn-' + n, author: 'participant', text: 'x', at };
      const result = await conversations.appendParticipantTurn(id, turn);
      require('node:fs').writeSync(1, result.turn.seq + '\\n');
    }
  })();
`;
