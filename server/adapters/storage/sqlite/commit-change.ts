import type {
  CommitResult,
  ConversationChange,
  ConversationStore,
} from '../../../ports/conversation-store.ts';
import type { Connection } from './connection.ts';
import { assessmentValues, changeable, escalationValues, outboxValues } from './rows.ts';
import type { TurnStatements } from './turn-statements.ts';

/** Writes a whole change as one transaction. */
export function createCommit(
  db: Connection,
  turns: TurnStatements,
): (...args: Parameters<ConversationStore['commit']>) => Promise<CommitResult> {
  const exists = db.one('SELECT 1 AS found FROM conversation WHERE id = ?');
  const update = db.write(
    `UPDATE conversation SET version = version + 1, handling = ?, handling_responder_id = ?, level = ?,
       highest_level = ?, locale = ?, site = ?, age_band = ?, consent = ?, flow_state = ?,
       opened_at_ms = ?, token_expires_at_ms = ?
     WHERE id = ? AND version = ?`,
  );
  const clearPending = db.write(
    'UPDATE turn SET pending = 0 WHERE conversation_id = ? AND seq = ?',
  );
  const insertAssessment = db.write(
    `INSERT INTO assessment (conversation_id, seq, level, signals, language, completeness, assessor, decision)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const replaceDegraded = db.write(
    `UPDATE assessment SET level = ?, signals = ?, language = ?, completeness = ?, assessor = ?
     WHERE conversation_id = ? AND seq = ? AND completeness = 'degraded'`,
  );
  const isDegraded = db.one(
    `SELECT 1 AS found FROM assessment
     WHERE conversation_id = ? AND seq = ? AND completeness = 'degraded'`,
  );
  // A case never moves to another conversation.
  const putEscalation = db.write(
    `INSERT INTO escalation (id, conversation_id, reason, level, signals, degraded, locale,
       waiting_since_ms, opened_at_ms, claim_responder_id, claim_at_ms, claim_lease_until_ms,
       first_claimed_at_ms, told_unanswered_at_ms, closed_at_ms)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET reason = excluded.reason, level = excluded.level,
       signals = excluded.signals, degraded = excluded.degraded, locale = excluded.locale,
       waiting_since_ms = excluded.waiting_since_ms, opened_at_ms = excluded.opened_at_ms,
       claim_responder_id = excluded.claim_responder_id, claim_at_ms = excluded.claim_at_ms,
       claim_lease_until_ms = excluded.claim_lease_until_ms,
       first_claimed_at_ms = excluded.first_claimed_at_ms,
       told_unanswered_at_ms = excluded.told_unanswered_at_ms, closed_at_ms = excluded.closed_at_ms
     WHERE conversation_id = excluded.conversation_id`,
  );
  const insertOutbox = db.write(
    `INSERT INTO outbox (id, conversation_id, escalation_id, kind, level, at_ms, attempts, due_at_ms)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const insertAct = db.write(
    'INSERT INTO act (conversation_id, responder_id, kind, at_ms, reason, level) VALUES (?, ?, ?, ?, ?, ?)',
  );

  return db.atOnce((change: ConversationChange): CommitResult => {
    const { conversation, answered, reread, escalation, outbox = [], acts = [] } = change;
    const { id, version } = conversation;
    if (!exists(id)) return { kind: 'unknown' };
    if (answered && !turns.isPending(id, answered.seq)) return { kind: 'duplicate' };
    if (reread && !isDegraded(id, reread.seq)) return { kind: 'duplicate' };
    if (update(...changeable(conversation), id, version) === 0) return { kind: 'conflict' };

    if (answered) {
      clearPending(id, answered.seq);
      insertAssessment(...assessmentValues(id, answered));
    }
    if (reread) {
      const { level, signals, language, completeness, assessor } = reread.assessment;
      const seen = [level, JSON.stringify(signals), language, completeness, assessor] as const;
      replaceDegraded(...seen, id, reread.seq);
    }
    const kept = turns.append(id, change.turns, 'settled');
    if (escalation && putEscalation(...escalationValues(escalation)) === 0) {
      throw new Error('the case belongs to another conversation');
    }
    for (const entry of outbox) insertOutbox(...outboxValues(id, entry));
    for (const { responderId, kind, at, reason, level } of acts) {
      insertAct(id, responderId, kind, at.getTime(), reason ?? null, level ?? null);
    }
    return {
      kind: 'committed',
      conversation: { ...conversation, version: version + 1 },
      turns: kept,
    };
  });
}
