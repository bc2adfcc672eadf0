import type { RiskLevel } from '../../../../classifiers/risk-classifier.ts';
import type { Act } from '../../../domain/responder.ts';
import type { LabelStore } from '../../../ports/label-store.ts';
import { attempt } from './attempt.ts';
import type { Connection } from './connection.ts';
import { date } from './rows.ts';

/** What responders did, in the embedded file. */
export function createSqliteLabelStore(db: Connection): LabelStore {
  const lowered = db.many(
    `SELECT id FROM conversation AS c WHERE json_extract(consent, '$.training') = 1
       AND EXISTS (SELECT 1 FROM act WHERE conversation_id = c.id AND kind = 'level-lowered')`,
  );
  const acts = db.many('SELECT * FROM act WHERE conversation_id = ? ORDER BY rowid');
  return {
    conversations: () => attempt('reading labels', () => lowered().map(({ id }) => String(id))),
    acts: (conversationId) =>
      attempt('reading acts', () =>
        acts(conversationId).map(
          (row): Act => ({
            responderId: String(row.responder_id),
            kind: row.kind as Act['kind'],
            at: date(row.at_ms),
            ...(row.reason !== null && { reason: String(row.reason) }),
            ...(row.level !== null && { level: row.level as RiskLevel }),
          }),
        ),
      ),
  };
}
