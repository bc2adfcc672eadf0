import type Libsql from 'libsql';
import type { Conversation, NewTurn, Turn } from '../../../domain/conversation.ts';
import type {
  AppendResult,
  CommitResult,
  ConversationChange,
  ConversationStore,
} from '../../../ports/conversation-store.ts';
import { attempt } from './attempt.ts';
import {
  escalationValues,
  type Row,
  toAssessment,
  toConversation,
  toTurn,
  turnValues,
} from './rows.ts';

/** Conversations in the embedded file; a commit is one transaction. */
export function createSqliteConversationStore(db: Libsql.Database): ConversationStore {
  const one = (sql: string) => {
    const statement = db.prepare(sql);
    return (...values: Value[]) => statement.get(...values.map(plain)) as Row | undefined;
  };
  const many = (sql: string) => {
    const statement = db.prepare(sql);
    return (...values: Value[]) => statement.all(...values.map(plain)) as Row[];
  };

  const conversationById = one('SELECT * FROM conversation WHERE id = ?');
  const conversationByToken = one('SELECT * FROM conversation WHERE token_hash = ?');
  const lastSeqOf = one('SELECT last_seq FROM conversation WHERE id = ?');
  const turnById = one('SELECT * FROM turn WHERE conversation_id = ? AND turn_id = ?');
  const pendingTurn = one(
    'SELECT 1 FROM turn WHERE conversation_id = ? AND seq = ? AND pending = 1',
  );
  const turnsAfter = many(
    'SELECT * FROM turn WHERE conversation_id = ? AND seq > ? ORDER BY seq LIMIT ?',
  );
  const turnsBefore = many(
    'SELECT * FROM turn WHERE conversation_id = ? AND seq < ? ORDER BY seq DESC LIMIT ?',
  );
  const pendingTurns = many(
    'SELECT * FROM turn WHERE conversation_id = ? AND pending = 1 ORDER BY seq',
  );
  const conversationsPending = many(
    'SELECT conversation_id AS id FROM turn WHERE pending = 1 GROUP BY conversation_id ORDER BY min(at_ms)',
  );
  const assessmentsOf = many('SELECT * FROM assessment WHERE conversation_id = ?');

  const insertConversation = db.prepare(
    `INSERT INTO conversation (id, version, handling, handling_responder_id, level, highest_level,
      locale, site, age_band, consent, flow_state, opened_at_ms, token_expires_at_ms, token_hash, last_seq)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)`,
  );
  const updateConversation = db.prepare(
    `UPDATE conversation SET version = version + 1, handling = ?, handling_responder_id = ?, level = ?,
      highest_level = ?, locale = ?, site = ?, age_band = ?, consent = ?, flow_state = ?,
      opened_at_ms = ?, token_expires_at_ms = ?
     WHERE id = ? AND version = ?`,
  );
  const setLastSeq = db.prepare('UPDATE conversation SET last_seq = ? WHERE id = ?');
  const insertTurn = db.prepare(
    `INSERT INTO turn (conversation_id, seq, turn_id, author, text, choices, choice, responder_id, at_ms, pending)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const clearPending = db.prepare(
    'UPDATE turn SET pending = 0 WHERE conversation_id = ? AND seq = ?',
  );
  const insertAssessment = db.prepare(
    `INSERT INTO assessment (conversation_id, seq, level, signals, language, completeness, assessor, decision)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const putEscalation = db.prepare(
    'INSERT OR REPLACE INTO escalation VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const insertOutbox = db.prepare(
    `INSERT INTO outbox (id, conversation_id, escalation_id, kind, level, at_ms, attempts, due_at_ms)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const insertAct = db.prepare(
    'INSERT INTO act (conversation_id, responder_id, kind, at_ms, reason) VALUES (?, ?, ?, ?, ?)',
  );
  const deleteConversation = db.prepare('DELETE FROM conversation WHERE id = ?');
  const insertErasure = db.prepare('INSERT INTO erasure (receipt_id, at_ms) VALUES (?, ?)');
  const deleteOld = db.prepare(
    `DELETE FROM conversation WHERE opened_at_ms < ? AND NOT EXISTS (
       SELECT 1 FROM escalation WHERE conversation_id = conversation.id AND closed_at_ms IS NULL)`,
  );

  function append(id: string, turns: readonly NewTurn[], pending: boolean): Turn[] {
    let seq = Number(lastSeqOf(id)?.last_seq);
    const numbered = turns.map((turn) => {
      seq += 1;
      insertTurn.run(...turnValues(id, seq, turn), pending ? 1 : 0);
      return { ...turn, seq };
    });
    if (numbered.length > 0) setLastSeq.run(seq, id);
    return numbered;
  }

  const create = db.transaction(
    (conversation: Conversation, tokenHash: string, opening: readonly NewTurn[]) => {
      const { id, version, ...rest } = conversation;
      insertConversation.run(id, version, ...changeable(rest), tokenHash);
      return append(id, opening, false);
    },
  );

  const appendTurn = db.transaction((id: string, turn: NewTurn): AppendResult => {
    const row = conversationById(id);
    if (!row) return { kind: 'unknown' };
    const known = turnById(id, turn.turnId);
    if (known) {
      const kept = toTurn(known);
      const same =
        kept.author === turn.author && kept.text === turn.text && kept.choice === turn.choice;
      return same ? { kind: 'repeated', turn: kept } : { kind: 'id-reused' };
    }
    if (row.handling === 'closed') return { kind: 'closed' };
    const [kept] = append(id, [turn], true);
    return { kind: 'kept', turn: kept as Turn };
  });

  const commit = db.transaction((change: ConversationChange): CommitResult => {
    const { conversation, turns, answered, escalation, outbox = [], acts = [] } = change;
    const { id, version, ...rest } = conversation;
    const row = lastSeqOf(id);
    if (!row) return { kind: 'unknown' };
    if (answered && !pendingTurn(id, answered.seq)) return { kind: 'duplicate' };
    if (updateConversation.run(...changeable(rest), id, version).changes === 0) {
      return { kind: 'conflict' };
    }
    if (answered) {
      const { seq, assessment, decision } = answered;
      clearPending.run(id, seq);
      insertAssessment.run(
        id,
        seq,
        assessment.level,
        JSON.stringify(assessment.signals),
        assessment.language,
        assessment.completeness,
        assessment.assessor,
        JSON.stringify(decision),
      );
    }
    const numbered = append(id, turns, false);
    if (escalation) putEscalation.run(...escalationValues(escalation));
    for (const entry of outbox) {
      insertOutbox.run(
        entry.id,
        id,
        entry.escalationId,
        entry.kind,
        entry.level,
        entry.at.getTime(),
        entry.attempts,
        entry.dueAt.getTime(),
      );
    }
    for (const { responderId, kind, at, reason } of acts) {
      insertAct.run(id, responderId, kind, at.getTime(), reason ?? null);
    }
    return {
      kind: 'committed',
      conversation: { ...conversation, version: version + 1 },
      turns: numbered,
    };
  });

  const erase = db.transaction((id: string, receiptId: string, at: Date) => {
    if (deleteConversation.run(id).changes === 0) return false;
    insertErasure.run(receiptId, at.getTime());
    return true;
  });
  /** The write-ahead log still holds what was erased until it is emptied. */
  const emptyLog = () => void db.pragma('wal_checkpoint(TRUNCATE)');

  // Writers take the lock at once, so that two of them queue instead of failing midway.
  return {
    create: (conversation, tokenHash, opening) =>
      attempt('creating', () => create.immediate(conversation, tokenHash, opening)),
    load: (id) =>
      attempt('loading', () => {
        const row = conversationById(id);
        return row && toConversation(row);
      }),
    loadByTokenHash: (hash) =>
      attempt('loading', () => {
        const row = conversationByToken(hash);
        return row && toConversation(row);
      }),
    appendParticipantTurn: (id, turn) =>
      attempt('keeping a turn', () => appendTurn.immediate(id, turn)),
    turnsAfter: (id, after, limit) =>
      attempt('reading turns', () => turnsAfter(id, after, limit).map(toTurn)),
    turnsBefore: (id, before, limit) =>
      attempt('reading turns', () => turnsBefore(id, before, limit).map(toTurn).reverse()),
    lastSeq: (id) => attempt('reading', () => Number(lastSeqOf(id)?.last_seq ?? 0)),
    pendingTurns: (id) => attempt('reading turns', () => pendingTurns(id).map(toTurn)),
    conversationsPending: () =>
      attempt('reading', () => conversationsPending().map(({ id }) => String(id))),
    assessments: (id) =>
      attempt('reading', () => {
        return new Map(assessmentsOf(id).map((row) => [Number(row.seq), toAssessment(row)]));
      }),
    commit: (change) => attempt('committing', () => commit.immediate(change)),
    erase: (id, receiptId, at) =>
      attempt('erasing', () => {
        const erased = erase.immediate(id, receiptId, at);
        if (erased) emptyLog();
        return erased;
      }),
    purge: (before) =>
      attempt('purging', () => {
        const { changes } = deleteOld.run(before.getTime());
        if (changes > 0) emptyLog();
        return changes;
      }),
    ping: () => attempt('answering', () => void db.prepare('SELECT 1').get()),
  };
}

type Value = string | number;

/** The driver ends the whole process on a value it can't bind; ours is refused before. */
function plain(value: Value): Value {
  if (typeof value !== 'string' && typeof value !== 'number') {
    throw new TypeError('an id or a number was expected');
  }
  return value;
}

/** The columns a commit may change, in the order of the statements above. */
function changeable(conversation: Omit<Conversation, 'id' | 'version'>) {
  const { handling } = conversation;
  return [
    handling.kind,
    handling.kind === 'with-responder' ? handling.responderId : null,
    conversation.level,
    conversation.highestLevel,
    conversation.locale,
    conversation.site,
    conversation.ageBand ?? null,
    conversation.consent ? JSON.stringify(conversation.consent) : null,
    conversation.flowState,
    conversation.openedAt.getTime(),
    conversation.tokenExpiresAt.getTime(),
  ] as const;
}
