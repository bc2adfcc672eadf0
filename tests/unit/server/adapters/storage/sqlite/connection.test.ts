import { describe, expect, test } from '@jest/globals';
import Database from 'libsql';
import {
  createConnection,
  type Value,
} from '../../../../../../server/adapters/storage/sqlite/connection.ts';

describe('the connection to the embedded file', () => {
  function setUp() {
    const db = new Database(':memory:');
    db.exec('CREATE TABLE note (id TEXT PRIMARY KEY, text TEXT) STRICT');
    const connection = createConnection(db);
    const insert = connection.write('INSERT INTO note (id, text) VALUES (?, ?)');
    const count = connection.one('SELECT count(*) AS n FROM note');
    return { db, connection, insert, count: () => count()?.n };
  }

  test.each<[string, unknown]>([
    ['an object', { $ne: null }],
    ['a boolean', true],
    ['a date', new Date()],
    ['nothing', undefined],
    ['no number', Number.NaN],
    ['a list', ['x']],
    ['a text with NUL', 'a\0b'],
    ['half a surrogate pair', '\ud83d'],
  ])('refuses %s, which would end the process or come back as something else', (_name, value) => {
    const { connection, insert, count } = setUp();
    expect(() => insert('1', value as Value)).toThrow(TypeError);
    const find = connection.one('SELECT * FROM note WHERE id = ?');
    expect(() => find(value as Value)).toThrow(TypeError);
    expect(count()).toBe(0);
  });

  test('gives back what was kept, and null alone is a value too', () => {
    const { connection, insert } = setUp();
    insert('1', 'é😀\n"x"');
    insert('2', null);
    const texts = connection.many('SELECT text FROM note ORDER BY id');
    expect(texts().map(({ text }) => text)).toEqual(['é😀\n"x"', null]);
    expect(connection.one('SELECT ? IS NULL AS yes')(null)?.yes).toBe(1);
  });

  test('keeps nothing of a transaction that fails midway, and works on afterwards', async () => {
    const { connection, insert, count } = setUp();
    const both = connection.atOnce((second: string) => {
      insert('1', 'first');
      insert(second, 'second');
    });
    await expect(both('1')).rejects.toThrow(/UNIQUE/);
    expect(count()).toBe(0);
    await both('2');
    expect(count()).toBe(2);
  });

  test('shares one transaction among writes of the same moment, each kept or not by itself', async () => {
    const { connection, insert, count } = setUp();
    const write = connection.atOnce((id: string) => {
      insert(id, 'x');
      return id;
    });
    const results = await Promise.allSettled(['1', '2', '1', '3'].map((id) => write(id)));
    expect(results.map(({ status }) => status)).toEqual([
      'fulfilled',
      'fulfilled',
      'rejected',
      'fulfilled',
    ]);
    expect(count()).toBe(3);
  });

  test('says nothing is kept when the whole transaction fails', async () => {
    const { db, connection, insert, count } = setUp();
    insert('0', 'x');
    const pages = connection.one('PRAGMA page_count')()?.page_count;
    db.pragma(`max_page_count = ${pages}`);
    const write = connection.atOnce((id: string) => void insert(id, 'x'.repeat(1000)));
    const results = await Promise.allSettled(
      Array.from({ length: 30 }, (_, n) => write(String(n + 1))),
    );
    const kept = results.filter(({ status }) => status === 'fulfilled').length;
    expect(count()).toBe(kept + 1);
    expect(kept).toBeLessThan(30);
  });

  test('says that the disk is full, keeps what was there, and goes on when there is room', async () => {
    const { db, connection, insert, count } = setUp();
    insert('0', 'small');
    const pages = connection.one('PRAGMA page_count')()?.page_count;
    db.pragma(`max_page_count = ${pages}`);
    const large = connection.atOnce(() => {
      for (let id = 1; id <= 50; id++) insert(String(id), 'x'.repeat(1000));
    });
    await expect(large()).rejects.toMatchObject({ code: 'SQLITE_FULL' });
    expect(count()).toBe(1);
    db.pragma('max_page_count = 1000');
    await large();
    expect(count()).toBe(51);
  });

  test('neither reads nor writes once it is closed, though the driver would', async () => {
    const { connection, insert, count } = setUp();
    const transaction = connection.atOnce(() => {});
    connection.close();
    connection.close();
    expect(() => insert('1', 'x')).toThrow(/closed/);
    expect(count).toThrow(/closed/);
    await expect(transaction()).rejects.toThrow(/closed/);
    connection.emptyLog();
  });
});
