import { chmodSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'libsql';
import { StorageUnavailableError } from '../../../ports/conversation-store.ts';
import { MIGRATIONS } from './migrations.ts';

/** Another process (the admin command) may hold the write lock for so long before we give up. */
const BUSY_MS = 5000;

/**
 * Opens the embedded file and brings it to the newest schema.
 *
 * @throws {StorageUnavailableError} that names the file, what is wrong, and the way out.
 */
export function openDatabase(file: string): Database.Database {
  let db: Database.Database;
  try {
    if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    db = new Database(file);
    db.pragma(`busy_timeout = ${BUSY_MS}`);
    db.pragma('journal_mode = WAL');
    // A commit is on the disk before it is acknowledged, also when the power goes.
    db.pragma('synchronous = FULL');
    db.pragma('foreign_keys = ON');
    // What is erased is overwritten, not just forgotten.
    db.pragma('secure_delete = ON');
    if (file !== ':memory:') chmodSync(file, 0o600);
    migrate(db, file);
  } catch (cause) {
    if (cause instanceof StorageUnavailableError) throw cause;
    throw new StorageUnavailableError(problem(file, cause), { cause });
  }
  return db;
}

function migrate(db: Database.Database, file: string): void {
  const version = () =>
    (db.prepare('PRAGMA user_version').get() as { user_version: number }).user_version;
  const found = version();
  if (found > MIGRATIONS.length) {
    throw new StorageUnavailableError(
      `${file} was written by a newer Veilleuse (schema ${found}, this one knows ${MIGRATIONS.length}). Start the newer version, or restore a backup made with this one.`,
    );
  }
  const next = db.transaction(() => {
    // Asked again inside, since another process may have been faster.
    const now = version();
    const migration = MIGRATIONS[now];
    if (migration === undefined) return false;
    db.exec(migration);
    db.exec(`PRAGMA user_version = ${now + 1}`);
    return true;
  });
  while (next.immediate());
}

function problem(file: string, cause: unknown): string {
  const { code = '', message = '' } = cause as { code?: string; message?: string };
  if (/EACCES|EPERM|EROFS|READONLY|CANTOPEN|readonly|unable to open/i.test(`${code} ${message}`)) {
    return `DATA_DIR: ${dirname(file)} can not be written. Give this user write access to it, or choose another folder with DATA_DIR.`;
  }
  if (/ENOSPC|FULL/i.test(code)) {
    return `DATA_DIR: the disk of ${dirname(file)} is full. Make room and start again; nothing was lost.`;
  }
  if (/NOTADB|CORRUPT|not a database|malformed/i.test(`${code} ${message}`)) {
    return `${file} is damaged or no database. Nothing was changed in it. Move it (and its -wal and -shm files) aside and restore a backup, or start empty without it.`;
  }
  return `${file} can not be opened (${code || message}).`;
}
