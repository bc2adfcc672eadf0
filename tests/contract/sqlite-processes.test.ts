import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import Database from 'libsql';
import { openSqliteStores } from '../../server/adapters/storage/sqlite/sqlite-stores.ts';
import type { Stores } from '../../server/ports/stores.ts';
import { aConversation, NOON } from '../support/builders.ts';
import { aDataFolder } from '../support/running-server.ts';

const WORDS = 'phrase-plantée-pour-la-recherche';

describe('the embedded file, open in two processes', () => {
  let folder: ReturnType<typeof aDataFolder>;
  let file: string;
  let stores: Stores;
  beforeEach(async () => {
    folder = aDataFolder();
    file = join(folder.dir, 'veilleuse.db');
    stores = openSqliteStores({ file });
    await stores.conversations.create(aConversation(), 'hash', []);
  });
  afterEach(async () => {
    await stores.close();
    folder.remove();
  });
  const append = (turnId: string) =>
    stores.conversations.appendParticipantTurn('c1', {
      turnId,
      author: 'participant',
      text: WORDS,
      at: NOON,
    });

  test('lets a writer wait for the other, and then keeps its turn', async () => {
    const other = spawn(process.execPath, ['-e', HOLD_FOR_A_WHILE, file], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(other.stdout, 'data');
    expect(await append('turn-0001')).toMatchObject({ kind: 'kept' });
    await once(other, 'exit');
    expect(await stores.conversations.lastSeq('c1')).toBe(1);
  });

  test('says that it is unavailable when the other never ends, and keeps nothing by halves', async () => {
    const other = new Database(file);
    other.exec('BEGIN IMMEDIATE');
    await expect(append('turn-0001')).rejects.toMatchObject({ name: 'StorageUnavailableError' });
    expect(await stores.conversations.load('c1')).toBeDefined();
    other.exec('ROLLBACK');
    other.close();
    expect(await append('turn-0001')).toMatchObject({ kind: 'kept', turn: { seq: 1 } });
  });

  test('erases at once while the other reads, and empties the log when that is done', async () => {
    await append('turn-0001');
    const other = new Database(file);
    other.exec('BEGIN');
    other.prepare('SELECT count(*) FROM turn').get();
    expect(await stores.conversations.erase('c1', 'receipt-1', NOON)).toBe(true);
    expect(await stores.conversations.load('c1')).toBeUndefined();
    other.exec('COMMIT');
    other.close();
    await stores.close();
    expect(statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0).toBe(0);
    expect(readFileSync(file, 'utf8')).not.toContain(WORDS);
  });
});

const HOLD_FOR_A_WHILE = `
  const db = new (require('libsql'))(process.argv[1]);
  db.exec('BEGIN IMMEDIATE');
  db.exec("UPDATE conversation SET locale = 'en'");
  require('node:fs').writeSync(1, 'held');
  setTimeout(() => db.exec('COMMIT'), 300);
`;
