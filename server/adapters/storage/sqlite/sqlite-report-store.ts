import type { RiskLevel } from '../../../../classifiers/risk-classifier.ts';
import type { ReportStore } from '../../../ports/report-store.ts';
import { attempt } from './attempt.ts';
import type { Connection } from './connection.ts';
import { date, dateOrNull } from './rows.ts';

/** Facts for reports, counted as they happen so that no turn has to be read; no text and no id. */
export function createSqliteReportStore(db: Connection): ReportStore {
  const facts = db.many(
    `SELECT opened_at_ms, highest_level, participant_turns, first_human_at_ms,
       (SELECT min(opened_at_ms) FROM escalation WHERE conversation_id = c.id) AS escalated_at_ms
     FROM conversation AS c WHERE opened_at_ms >= ? AND opened_at_ms < ?`,
  );
  return {
    facts: (from, until) =>
      attempt('reading facts', () =>
        facts(from.getTime(), until.getTime()).map((row) => ({
          openedAt: date(row.opened_at_ms),
          level: row.highest_level as RiskLevel,
          messages: Number(row.participant_turns),
          escalatedAt: dateOrNull(row.escalated_at_ms),
          firstHumanAt: dateOrNull(row.first_human_at_ms),
        })),
      ),
  };
}
