import type Libsql from 'libsql';
import type { EscalationStore } from '../../../ports/escalation-store.ts';
import type { OutboxStore } from '../../../ports/outbox-store.ts';
import { attempt } from './attempt.ts';
import { type Row, toEscalation, toOutboxEntry } from './rows.ts';

/** The queue's reads and its leases. */
export function createSqliteEscalationStore(db: Libsql.Database): EscalationStore {
  const open = db.prepare('SELECT * FROM escalation WHERE closed_at_ms IS NULL');
  const byId = db.prepare('SELECT * FROM escalation WHERE id = ?');
  const openOf = db.prepare(
    'SELECT * FROM escalation WHERE conversation_id = ? AND closed_at_ms IS NULL',
  );
  const renew = db.prepare(
    'UPDATE escalation SET claim_lease_until_ms = ? WHERE id = ? AND claim_responder_id = ? AND closed_at_ms IS NULL',
  );
  return {
    open: () => attempt('reading the queue', () => (open.all() as Row[]).map(toEscalation)),
    find: (id) =>
      attempt('reading a case', () => {
        const row = byId.get(id) as Row | undefined;
        return row && toEscalation(row);
      }),
    openOf: (conversationId) =>
      attempt('reading a case', () => {
        const row = openOf.get(conversationId) as Row | undefined;
        return row && toEscalation(row);
      }),
    renewLease: (id, responderId, leaseUntil) =>
      attempt(
        'renewing a lease',
        () => renew.run(leaseUntil.getTime(), id, responderId).changes > 0,
      ),
  };
}

/** Notifications that wait to be delivered. */
export function createSqliteOutboxStore(db: Libsql.Database): OutboxStore {
  const due = db.prepare('SELECT * FROM outbox WHERE due_at_ms <= ? ORDER BY due_at_ms LIMIT ?');
  const settle = db.prepare('DELETE FROM outbox WHERE id = ?');
  const postpone = db.prepare('UPDATE outbox SET attempts = ?, due_at_ms = ? WHERE id = ?');
  return {
    due: (now, limit) =>
      attempt('reading the outbox', () =>
        (due.all(now.getTime(), limit) as Row[]).map(toOutboxEntry),
      ),
    settle: (id) => attempt('settling', () => void settle.run(id)),
    postpone: (id, attempts, dueAt) =>
      attempt('postponing', () => void postpone.run(attempts, dueAt.getTime(), id)),
  };
}
