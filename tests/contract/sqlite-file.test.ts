import {
  chmodSync,
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import Database from 'libsql';
import { MIGRATIONS } from '../../server/adapters/storage/sqlite/migrations.ts';
import { openSqliteStores } from '../../server/adapters/storage/sqlite/sqlite-stores.ts';
import { aConversation, anAssessment, anEscalation, NOON } from '../support/builders.ts';
import { aDataFolder } from '../support/running-server.ts';

const FIXTURES = join('tests', 'contract', 'fixtures');

describe('the embedded file', () => {
  const folders: { remove(): void }[] = [];
  afterEach(() => {
    for (const folder of folders.splice(0)) folder.remove();
  });
  function aFile() {
    const folder = aDataFolder();
    folders.push(folder);
    return join(folder.dir, 'data', 'veilleuse.db');
  }
  const participantTurn = (turnId: string, text = 'x') =>
    ({ turnId, author: 'participant', text, at: NOON }) as const;

  test('is made for its owner alone, and is still there after a restart', async () => {
    const file = aFile();
    const before = openSqliteStores({ file });
    await before.conversations.create(aConversation(), 'hash', []);
    await before.conversations.appendParticipantTurn('c1', participantTurn('turn-0001'));
    await before.close();
    expect(statSync(file).mode & 0o077).toBe(0);
    const after = openSqliteStores({ file });
    expect(await after.conversations.pendingTurns('c1')).toHaveLength(1);
    await after.close();
  });

  // Real files written by each earlier schema. Never change them: they are what is out there.
  test.each(readdirSync(FIXTURES).filter((name) => name.endsWith('.db')))(
    'is brought forward from %s with everything in it',
    async (name) => {
      const file = aFile();
      await openSqliteStores({ file: join(file, '..', 'makes-the-folder.db') }).close();
      copyFileSync(join(FIXTURES, name), file);
      const stores = openSqliteStores({ file });
      expect(await stores.conversations.load('c-fixture')).toMatchObject({
        level: 'active',
        ageBand: '15-17',
        handling: { kind: 'awaiting-responder' },
      });
      expect(await stores.conversations.turnsAfter('c-fixture', 0, 9)).toMatchObject([
        { seq: 1, author: 'bot', choices: [{ id: 'yes', label: 'Oui' }] },
        { seq: 2, author: 'participant', text: 'Message d’essai' },
        { seq: 3, author: 'participant', text: 'Second message d’essai' },
      ]);
      expect(await stores.conversations.pendingTurns('c-fixture')).toMatchObject([{ seq: 3 }]);
      expect((await stores.conversations.assessments('c-fixture')).get(2)).toMatchObject({
        level: 'active',
      });
      expect(await stores.escalations.openOf('c-fixture')).toMatchObject({ id: 'e-fixture' });
      expect(await stores.responders.byEmail('fixture@example.org')).toMatchObject({
        name: 'Camille',
      });
      // What newer schemas count is counted for the old rows, too.
      const facts = await stores.reports.facts(NOON, new Date(NOON.getTime() + 1));
      expect(facts).toContainEqual({
        openedAt: NOON,
        level: 'active',
        messages: 2,
        escalatedAt: NOON,
        firstHumanAt: null,
      });
      const answered = await stores.conversations.load('c-answered');
      if (answered) {
        const firstHumanAt = new Date(NOON.getTime() + 30_000);
        expect(facts).toContainEqual(expect.objectContaining({ messages: 1, firstHumanAt }));
      }
      await stores.close();
      const version = new Database(file).prepare('PRAGMA user_version').get() as {
        user_version: number;
      };
      expect(version.user_version).toBe(MIGRATIONS.length);
    },
  );

  test('has a fixture of every earlier schema', () => {
    const expected = MIGRATIONS.slice(0, -1).map((_, index) => `schema-${index + 1}.db`);
    expect(
      readdirSync(FIXTURES)
        .filter((name) => name.endsWith('.db'))
        .sort(),
    ).toEqual(expected);
  });

  test('of a newer version is refused and left alone', async () => {
    const file = aFile();
    await openSqliteStores({ file }).close();
    const db = new Database(file);
    db.exec('PRAGMA user_version = 99');
    db.close();
    expect(() => openSqliteStores({ file })).toThrow(/written by a newer Veilleuse \(schema 99/);
  });

  test('that is damaged is refused by name, with the way out', async () => {
    const file = aFile();
    await openSqliteStores({ file }).close();
    for (const end of ['-wal', '-shm']) if (existsSync(file + end)) writeFileSync(file + end, '');
    writeFileSync(file, 'this is no database, it is a letter');
    expect(() => openSqliteStores({ file })).toThrow(
      /veilleuse\.db is damaged or no database.*restore a backup/,
    );
  });

  test('in a folder that may not be written is refused by name', () => {
    if (process.getuid?.() === 0) {
      // Root may write everywhere; a file where the folder should be is refused to it, too.
      const folder = aDataFolder();
      folders.push(folder);
      writeFileSync(join(folder.dir, 'data'), '');
      expect(() => openSqliteStores({ file: join(folder.dir, 'data', 'x.db') })).toThrow(
        /x\.db|DATA_DIR/,
      );
      return;
    }
    const folder = aDataFolder();
    folders.push(folder);
    chmodSync(folder.dir, 0o500);
    expect(() => openSqliteStores({ file: join(folder.dir, 'x.db') })).toThrow(
      /DATA_DIR: .* can not be written/,
    );
  });

  test('holds nothing of a conversation once it is erased', async () => {
    const file = aFile();
    const stores = openSqliteStores({ file });
    const planted = 'phrase-plantée-pour-la-recherche';
    await stores.conversations.create(aConversation({ flowState: planted }), 'hash', []);
    await stores.conversations.appendParticipantTurn('c1', participantTurn('turn-0001', planted));
    const conversation = aConversation({ flowState: planted });
    await stores.conversations.commit({
      conversation,
      turns: [{ turnId: 'b1', author: 'bot', text: planted, at: NOON }],
      answered: { seq: 1, assessment: anAssessment(), decision: { kind: 'continue' } },
      escalation: anEscalation({ signals: [planted] }),
      acts: [{ responderId: 'r1', kind: 'level-lowered', at: NOON, reason: planted }],
    });
    expect(everyByteBeside(file)).toContain(planted);
    await stores.conversations.erase('c1', 'receipt-1', NOON);
    expect(everyByteBeside(file)).not.toContain(planted);
    await stores.close();
  });
});

function everyByteBeside(file: string): string {
  const folder = join(file, '..');
  return readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n');
}
