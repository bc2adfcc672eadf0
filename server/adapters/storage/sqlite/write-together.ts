import type Libsql from 'libsql';

interface Write {
  readonly work: () => unknown;
  readonly keep: (result: unknown) => void;
  readonly fail: (error: unknown) => void;
}

export interface WriteTogether {
  /** Resolves with what `work` gave once it is on the disk; rejects when nothing of it is kept. */
  <R>(work: () => R): Promise<R>;
  /** Does what waits now. */
  flush(): void;
}

/**
 * Lets the writes that come in at the same moment share one transaction, and so one wait for
 * the disk, which is what a write costs. Each is still kept as a whole or not at all, in the
 * order they came, and none is said to be kept before it is on the disk.
 */
export function createWriteTogether(db: Libsql.Database): WriteTogether {
  let waiting: Write[] = [];
  let scheduled: NodeJS.Immediate | undefined;

  function flush(): void {
    clearImmediate(scheduled);
    scheduled = undefined;
    const writes = waiting;
    waiting = [];
    if (writes.length === 0) return;
    const answers: (() => void)[] = [];
    try {
      if (!db.open) throw new Error('the store is closed');
      // The write lock at once, so that two processes queue instead of failing midway.
      db.exec('BEGIN IMMEDIATE');
      for (const write of writes) answers.push(one(write));
      db.exec('COMMIT');
      for (const answer of answers) answer();
    } catch (error) {
      // A full disk may have ended it already.
      if (db.open && db.inTransaction) db.exec('ROLLBACK');
      for (const { fail } of writes) fail(error);
    }
  }

  /** Does one write. @returns how to answer it once all are on the disk. */
  function one({ work, keep, fail }: Write): () => void {
    db.exec('SAVEPOINT one');
    try {
      const result = work();
      db.exec('RELEASE one');
      return () => keep(result);
    } catch (error) {
      if (!db.inTransaction) throw error;
      db.exec('ROLLBACK TO one');
      db.exec('RELEASE one');
      return () => fail(error);
    }
  }

  function write<R>(work: () => R): Promise<R> {
    return new Promise<R>((resolve, reject) => {
      waiting.push({ work, keep: (result) => resolve(result as R), fail: reject });
      scheduled ??= setImmediate(flush);
    });
  }
  return Object.assign(write, { flush });
}
