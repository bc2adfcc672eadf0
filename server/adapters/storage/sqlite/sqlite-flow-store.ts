import type { FlowStore } from '../../../ports/flow-store.ts';
import { attempt } from './attempt.ts';
import type { Connection } from './connection.ts';

/** Published versions of the flows in the embedded file. */
export function createSqliteFlowStore(db: Connection): FlowStore {
  const insert = db.write(
    'INSERT INTO flow_library (hash, content, published_at_ms) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  );
  const select = db.one('SELECT content FROM flow_library WHERE hash = ?');
  return {
    publish: (hash, content, at) =>
      attempt('publishing flows', () => {
        insert(hash, content, at.getTime());
      }),
    load: (hash) =>
      attempt('reading published flows', () => {
        const row = select(hash);
        return row ? String(row.content) : null;
      }),
  };
}
