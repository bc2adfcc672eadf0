import type Libsql from 'libsql';
import type { RiskLevel } from '../../../../classifiers/risk-classifier.ts';
import type { ReportStore } from '../../../ports/report-store.ts';
import { attempt } from './attempt.ts';
import type { Row } from './rows.ts';

/** Facts for reports; no text and no id leaves this query. */
export function createSqliteReportStore(db: Libsql.Database): ReportStore {
  const facts = db.prepare(
    `SELECT opened_at_ms, highest_level,
       (SELECT count(*) FROM turn WHERE conversation_id = c.id AND author = 'participant') AS messages,
       (SELECT min(opened_at_ms) FROM escalation WHERE conversation_id = c.id) AS escalated_at_ms,
       (SELECT min(at_ms) FROM turn WHERE conversation_id = c.id AND author = 'responder') AS first_human_at_ms
     FROM conversation c WHERE opened_at_ms >= ? AND opened_at_ms < ?`,
  );
  const dateOrNull = (ms: Row[string] | undefined) => (ms == null ? null : new Date(Number(ms)));
  return {
    facts: (from, until) =>
      attempt('reading facts', () =>
        (facts.all(from.getTime(), until.getTime()) as Row[]).map((row) => ({
          openedAt: new Date(Number(row.opened_at_ms)),
          level: row.highest_level as RiskLevel,
          messages: Number(row.messages),
          escalatedAt: dateOrNull(row.escalated_at_ms),
          firstHumanAt: dateOrNull(row.first_human_at_ms),
        })),
      ),
  };
}
