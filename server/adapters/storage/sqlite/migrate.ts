import type Libsql from 'libsql';
import { StorageUnavailableError } from '../../../ports/conversation-store.ts';
import { MIGRATIONS } from './migrations.ts';

/**
 * Brings a file forward, one version after the other, each as a whole.
 *
 * @throws {StorageUnavailableError} when the file is from a newer version or of another program.
 */
export function migrate(db: Libsql.Database, file: string): void {
  const numberOf = (sql: string) => {
    const row = db.prepare(sql).get() as Record<string, unknown> | undefined;
    return Number(row?.n);
  };
  const version = () => numberOf('SELECT user_version AS n FROM pragma_user_version');

  const found = version();
  if (found > MIGRATIONS.length) {
    throw new StorageUnavailableError(
      `${file} was written by a newer Veilleuse (schema ${found}, this one knows ${MIGRATIONS.length}). Start the newer version, or restore a backup made with this one.`,
    );
  }
  if (found === 0 && numberOf('SELECT count(*) AS n FROM sqlite_master') > 0) {
    // Another Veilleuse may be making it at this moment.
    if (version() === 0) {
      throw new StorageUnavailableError(
        `${file} is a database of another program. Move it aside, or choose another folder with DATA_DIR.`,
      );
    }
  }
  const forward = db.transaction(() => {
    // Asked again inside, since another process may have been faster.
    const now = version();
    const migration = MIGRATIONS[now];
    if (migration === undefined) return;
    db.exec(migration);
    db.exec(`PRAGMA user_version = ${now + 1}`);
  });
  while (version() < MIGRATIONS.length) forward.immediate();
}
