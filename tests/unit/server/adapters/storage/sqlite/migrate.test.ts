import { describe, expect, test } from '@jest/globals';
import Database from 'libsql';
import { migrate } from '../../../../../../server/adapters/storage/sqlite/migrate.ts';
import { MIGRATIONS } from '../../../../../../server/adapters/storage/sqlite/migrations.ts';

const versionOf = (db: Database.Database) =>
  (db.prepare('PRAGMA user_version').get() as { user_version: number }).user_version;
const schemaOf = (db: Database.Database) =>
  (db.prepare('SELECT sql FROM sqlite_master ORDER BY name').all() as { sql: string }[]).map(
    ({ sql }) => sql,
  );

describe('migrate', () => {
  test('ends at the same schema from wherever it starts', () => {
    const whole = new Database(':memory:');
    migrate(whole, 'x.db');
    expect(versionOf(whole)).toBe(MIGRATIONS.length);
    for (let start = 1; start <= MIGRATIONS.length; start++) {
      const db = new Database(':memory:');
      for (const migration of MIGRATIONS.slice(0, start)) db.exec(migration);
      db.exec(`PRAGMA user_version = ${start}`);
      migrate(db, 'x.db');
      expect(versionOf(db)).toBe(MIGRATIONS.length);
      expect(schemaOf(db)).toEqual(schemaOf(whole));
    }
  });

  test('leaves a file at its version when a step fails, with nothing half done', () => {
    const db = new Database(':memory:');
    for (const migration of MIGRATIONS.slice(0, 2)) db.exec(migration);
    db.exec('PRAGMA user_version = 2');
    // What the third step makes last but one is gone, so that it fails after its first lines.
    db.exec('DROP INDEX turn_pending');
    const before = schemaOf(db);
    expect(() => migrate(db, 'x.db')).toThrow(/turn_pending/);
    expect(versionOf(db)).toBe(2);
    expect(schemaOf(db)).toEqual(before);
  });

  test('refuses a file of a newer version and a database of another program, by name', () => {
    const newer = new Database(':memory:');
    newer.exec('PRAGMA user_version = 99');
    expect(() => migrate(newer, 'kept.db')).toThrow(/kept\.db was written by a newer Veilleuse/);
    const foreign = new Database(':memory:');
    foreign.exec('CREATE TABLE conversation (a)');
    expect(() => migrate(foreign, 'kept.db')).toThrow(/kept\.db is a database of another program/);
    expect(schemaOf(foreign)).toEqual(['CREATE TABLE conversation (a)']);
  });
});
