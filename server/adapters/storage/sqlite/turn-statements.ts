import type { NewTurn, Turn } from '../../../domain/conversation.ts';
import type { Connection } from './connection.ts';
import { msOrNull, toTurn, turnValues } from './rows.ts';

export type TurnStatements = ReturnType<typeof turnStatements>;

/** What is done with turns; writing belongs inside a transaction of the caller. */
export function turnStatements(db: Connection) {
  const lastSeqOf = db.one('SELECT last_seq FROM conversation WHERE id = ?');
  const byId = db.one('SELECT * FROM turn WHERE conversation_id = ? AND turn_id = ?');
  const after = db.many(
    'SELECT * FROM turn WHERE conversation_id = ? AND seq > ? ORDER BY seq LIMIT ?',
  );
  const before = db.many(
    'SELECT * FROM turn WHERE conversation_id = ? AND seq < ? ORDER BY seq DESC LIMIT ?',
  );
  const pending = db.many(
    'SELECT * FROM turn WHERE conversation_id = ? AND pending = 1 ORDER BY seq',
  );
  const isPending = db.one(
    'SELECT 1 AS found FROM turn WHERE conversation_id = ? AND seq = ? AND pending = 1',
  );
  const insert = db.write(
    `INSERT INTO turn (conversation_id, seq, turn_id, author, text, choices, choice, responder_id, at_ms, pending)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const count = db.write(
    `UPDATE conversation SET last_seq = ?, participant_turns = participant_turns + ?,
       first_human_at_ms = coalesce(first_human_at_ms, ?)
     WHERE id = ?`,
  );

  return {
    lastSeq: (id: string) => Number(lastSeqOf(id)?.last_seq ?? 0),
    find(id: string, turnId: string): Turn | undefined {
      const row = byId(id, turnId);
      return row && toTurn(row);
    },
    after: (id: string, seq: number, limit: number) => after(id, seq, limit).map(toTurn),
    before: (id: string, seq: number, limit: number) =>
      before(id, seq, limit).map(toTurn).reverse(),
    pending: (id: string) => pending(id).map(toTurn),
    isPending: (id: string, seq: number) => isPending(id, seq) !== undefined,

    /** Numbers and keeps them, in this order. */
    append(id: string, turns: readonly NewTurn[], mark: 'pending' | 'settled'): Turn[] {
      if (turns.length === 0) return [];
      const last = Number(lastSeqOf(id)?.last_seq);
      const kept = turns.map((turn, index) => ({ ...turn, seq: last + 1 + index }));
      for (const { seq, ...turn } of kept) {
        insert(...turnValues(id, seq, turn), mark === 'pending' ? 1 : 0);
      }
      const written = kept.filter(({ author }) => author === 'participant').length;
      const human = kept.find(({ author }) => author === 'responder')?.at ?? null;
      count(last + kept.length, written, msOrNull(human), id);
      return kept;
    },
  };
}
