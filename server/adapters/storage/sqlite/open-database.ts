import { chmodSync, closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'libsql';
import { StorageUnavailableError } from '../../../ports/conversation-store.ts';
import { type Connection, createConnection } from './connection.ts';
import { migrate } from './migrate.ts';

/** Several processes may start at once, and one of them makes the schema. */
const START_MS = 10_000;

/**
 * Opens the embedded file and brings it to the newest schema.
 *
 * @throws {StorageUnavailableError} that names the file, what is wrong, and the way out.
 */
export function openDatabase(file: string): Connection {
  let db: Database.Database | undefined;
  try {
    if (file !== ':memory:') readyForOwnerAlone(file);
    db = new Database(file);
    db.pragma(`busy_timeout = ${START_MS}`);
    db.pragma('journal_mode = WAL');
    // A commit is on the disk before it is acknowledged, also when the power goes.
    db.pragma('synchronous = FULL');
    // About 1 MB of log, so that a small disk is not filled by it.
    db.pragma('wal_autocheckpoint = 250');
    db.pragma('foreign_keys = ON');
    // What is erased is overwritten, not just forgotten.
    db.pragma('secure_delete = ON');
    migrate(db, file);
    return createConnection(db);
  } catch (cause) {
    db?.close();
    if (cause instanceof StorageUnavailableError) throw cause;
    throw new StorageUnavailableError(problem(file, cause), { cause });
  }
}

/** The files that SQLite makes beside it take over its mode. */
function readyForOwnerAlone(file: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  closeSync(openSync(file, 'a', 0o600));
  chmodSync(file, 0o600);
}

function problem(file: string, cause: unknown): string {
  const { code = '', message = '' } = cause as { code?: string; message?: string };
  const seen = `${code} ${message}`;
  if (/EACCES|EPERM|EROFS|READONLY|CANTOPEN|readonly|unable to open/i.test(seen)) {
    return `DATA_DIR: ${dirname(file)} can not be written. Give this user write access to it, or choose another folder with DATA_DIR.`;
  }
  if (/EEXIST|ENOTDIR|EISDIR/.test(code)) {
    return `DATA_DIR: ${file} can not be made, since something else has that name or the name of its folder. Move it away, or choose another folder with DATA_DIR.`;
  }
  if (/ENOSPC|SQLITE_FULL/.test(code)) {
    return `DATA_DIR: the disk of ${dirname(file)} is full. Make room and start again; nothing was lost.`;
  }
  if (/NOTADB|CORRUPT|not a database|malformed/i.test(seen)) {
    return `${file} is damaged or no database. Nothing was changed in it. Move it (and its -wal and -shm files) aside and restore a backup, or start empty without it.`;
  }
  if (/BUSY|LOCKED/.test(code)) {
    return `${file} is held by another program. Stop it and start again.`;
  }
  return `${file} can not be opened (${code || message}).`;
}
