import { setImmediate } from 'node:timers/promises';
import type { Conversation, NewTurn } from '../../../domain/conversation.ts';
import type { AppendResult, ConversationStore } from '../../../ports/conversation-store.ts';
import { attempt } from './attempt.ts';
import { createCommit } from './commit-change.ts';
import type { Connection } from './connection.ts';
import { changeable, toAssessment, toConversation } from './rows.ts';
import { turnStatements } from './turn-statements.ts';

/** Erased in one go; between two of these, messages are kept. */
const PURGE_BATCH = 50;

/** Conversations in the embedded file; each write is one transaction. */
export function createSqliteConversationStore(db: Connection): ConversationStore {
  const turns = turnStatements(db);
  const commit = createCommit(db, turns);
  const byId = db.one('SELECT * FROM conversation WHERE id = ?');
  const byToken = db.one('SELECT * FROM conversation WHERE token_hash = ?');
  const pending = db.many(
    'SELECT conversation_id AS id FROM turn WHERE pending = 1 GROUP BY conversation_id ORDER BY min(at_ms)',
  );
  const assessmentsOf = db.many('SELECT * FROM assessment WHERE conversation_id = ? ORDER BY seq');
  const degraded = db.many(
    `SELECT a.conversation_id AS id, a.seq FROM conversation AS c
     JOIN assessment AS a ON a.conversation_id = c.id
     WHERE c.opened_at_ms >= ? AND a.completeness = 'degraded'
     ORDER BY c.opened_at_ms, a.conversation_id, a.seq`,
  );
  const insert = db.write(
    `INSERT INTO conversation (handling, handling_responder_id, level, highest_level, locale, site,
       age_band, consent, flow_state, opened_at_ms, token_expires_at_ms, id, version, token_hash, last_seq)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)`,
  );
  const remove = db.write('DELETE FROM conversation WHERE id = ?');
  const insertErasure = db.write('INSERT INTO erasure (receipt_id, at_ms) VALUES (?, ?)');
  const removeOld = db.write(
    `DELETE FROM conversation WHERE id IN (
       SELECT id FROM conversation AS old WHERE opened_at_ms < ? AND NOT EXISTS (
         SELECT 1 FROM escalation WHERE conversation_id = old.id AND closed_at_ms IS NULL)
       LIMIT ?)`,
  );

  const create = db.atOnce(
    (conversation: Conversation, tokenHash: string, opening: readonly NewTurn[]) => {
      const { id, version } = conversation;
      insert(...changeable(conversation), id, version, tokenHash);
      return turns.append(id, opening, 'settled');
    },
  );

  const append = db.atOnce((id: string, turn: NewTurn): AppendResult => {
    const conversation = byId(id);
    if (!conversation) return { kind: 'unknown' };
    const known = turns.find(id, turn.turnId);
    if (known) {
      const same =
        known.author === turn.author && known.text === turn.text && known.choice === turn.choice;
      return same ? { kind: 'repeated', turn: known } : { kind: 'id-reused' };
    }
    if (conversation.handling === 'closed') return { kind: 'closed' };
    const seq = turns.append(id, [turn], 'pending')[0]?.seq ?? 0;
    return { kind: 'kept', turn: { ...turn, seq } };
  });

  const erase = db.atOnce((id: string, receiptId: string, at: Date) => {
    if (remove(id) === 0) return false;
    insertErasure(receiptId, at.getTime());
    return true;
  });

  const reading = <R>(work: () => R) => attempt('reading a conversation', work);
  return {
    create: (conversation, tokenHash, opening) =>
      attempt('making a conversation', () => create(conversation, tokenHash, opening)),
    load: (id) =>
      reading(() => {
        const row = byId(id);
        return row && toConversation(row);
      }),
    loadByTokenHash: (hash) =>
      reading(() => {
        const row = byToken(hash);
        return row && toConversation(row);
      }),
    appendParticipantTurn: (id, turn) => attempt('keeping a turn', () => append(id, turn)),
    turnsAfter: (id, after, limit) => reading(() => turns.after(id, after, limit)),
    turnsBefore: (id, before, limit) => reading(() => turns.before(id, before, limit)),
    lastSeq: (id) => reading(() => turns.lastSeq(id)),
    pendingTurns: (id) => reading(() => turns.pending(id)),
    conversationsPending: () => reading(() => pending().map(({ id }) => String(id))),
    assessments: (id) =>
      reading(() => new Map(assessmentsOf(id).map((row) => [Number(row.seq), toAssessment(row)]))),
    degradedTurns: (since) =>
      reading(() =>
        degraded(since.getTime()).map((row) => ({
          conversationId: String(row.id),
          seq: Number(row.seq),
        })),
      ),
    commit: (change) => attempt('committing', () => commit(change)),
    erase: (id, receiptId, at) =>
      attempt('erasing', async () => {
        const erased = await erase(id, receiptId, at);
        if (erased) db.emptyLog();
        return erased;
      }),
    async purge(before) {
      let total = 0;
      for (let last = PURGE_BATCH; last === PURGE_BATCH; total += last) {
        last = await attempt('purging', () => removeOld(before.getTime(), PURGE_BATCH));
        await setImmediate();
      }
      if (total > 0) db.emptyLog();
      return total;
    },
    ping: () => attempt('answering', () => void byId('')),
  };
}
