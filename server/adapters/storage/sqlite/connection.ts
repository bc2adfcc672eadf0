import type Libsql from 'libsql';
import type { Row } from './rows.ts';
import { createWriteTogether } from './write-together.ts';

export type Value = string | number | null;

/** The embedded file as the stores use it; it checks what the driver doesn't. */
export interface Connection {
  /** The first row. */
  one(sql: string): (...values: readonly Value[]) => Row | undefined;
  many(sql: string): (...values: readonly Value[]) => Row[];
  /** @returns how many rows it changed. */
  write(sql: string): (...values: readonly Value[]) => number;
  /** Makes all of `work` one write: it is kept as a whole, on the disk, or not at all. */
  atOnce<A extends readonly unknown[], R>(work: (...args: A) => R): (...args: A) => Promise<R>;
  /**
   * Moves the write-ahead log, where erased text still stands, into the file and empties it;
   * when somebody is reading from it, as soon as they are done. Never throws.
   */
  emptyLog(): void;
  close(): void;
}

/**
 * How long we wait, and everybody here with us, while another process (the admin command)
 * holds the write lock, in milliseconds.
 */
const BUSY_MS = 2000;
/** Until the write-ahead log is tried again. */
const RETRY_MS = 5000;

/** Statements are prepared once, here. */
export function createConnection(db: Libsql.Database): Connection {
  db.pragma(`busy_timeout = ${BUSY_MS}`);

  const together = createWriteTogether(db);

  /** The driver itself would go on answering after its end. */
  function ensureOpen(): void {
    if (!db.open) throw new Error('the store is closed');
  }
  let retry: NodeJS.Timeout | undefined;
  function emptyLog(): void {
    clearTimeout(retry);
    if (!db.open || logIsEmptied(db)) return;
    retry = setTimeout(emptyLog, RETRY_MS).unref();
  }

  return {
    one(sql) {
      const statement = db.prepare<Value[]>(sql);
      return (...values) => {
        ensureOpen();
        return statement.get(...bound(values)) as Row | undefined;
      };
    },
    many(sql) {
      const statement = db.prepare<Value[]>(sql);
      return (...values) => {
        ensureOpen();
        return statement.all(...bound(values)) as Row[];
      };
    },
    write(sql) {
      const statement = db.prepare<Value[]>(sql);
      return (...values) => {
        ensureOpen();
        return statement.run(...bound(values)).changes;
      };
    },
    atOnce:
      (work) =>
      (...args) =>
        together(() => work(...args)),
    emptyLog,
    close() {
      if (!db.open) return;
      together.flush();
      emptyLog();
      clearTimeout(retry);
      db.close();
    },
  };
}

function logIsEmptied(db: Libsql.Database): boolean {
  try {
    // Not worth anybody's waiting.
    db.pragma('busy_timeout = 0');
    const [row] = db.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
    return row?.busy === 0;
  } catch {
    return false;
  } finally {
    db.pragma(`busy_timeout = ${BUSY_MS}`);
  }
}

/** A value the driver can't bind ends the whole process, and some texts come back changed. */
function bound(values: readonly Value[]): Value[] {
  for (const value of values) {
    const fits =
      value === null ||
      Number.isFinite(value) ||
      (typeof value === 'string' && !value.includes('\0') && value.isWellFormed());
    if (!fits) throw new TypeError(`a ${typeof value} that can not be kept as it is`);
  }
  // As one argument: the driver takes a lone null for a set of named values.
  return [values] as unknown as Value[];
}
