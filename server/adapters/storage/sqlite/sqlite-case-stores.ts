import type { EscalationStore } from '../../../ports/escalation-store.ts';
import type { OutboxStore } from '../../../ports/outbox-store.ts';
import { attempt } from './attempt.ts';
import type { Connection } from './connection.ts';
import { toEscalation, toOutboxEntry } from './rows.ts';

/** The queue's reads and its leases. */
export function createSqliteEscalationStore(db: Connection): EscalationStore {
  const open = db.many('SELECT * FROM escalation WHERE closed_at_ms IS NULL');
  const byId = db.one('SELECT * FROM escalation WHERE id = ?');
  const openOf = db.one(
    'SELECT * FROM escalation WHERE conversation_id = ? AND closed_at_ms IS NULL',
  );
  const renew = db.write(
    'UPDATE escalation SET claim_lease_until_ms = ? WHERE id = ? AND claim_responder_id = ? AND closed_at_ms IS NULL',
  );
  return {
    open: () => attempt('reading the queue', () => open().map(toEscalation)),
    find: (id) =>
      attempt('reading a case', () => {
        const row = byId(id);
        return row && toEscalation(row);
      }),
    openOf: (conversationId) =>
      attempt('reading a case', () => {
        const row = openOf(conversationId);
        return row && toEscalation(row);
      }),
    renewLease: (id, responderId, leaseUntil) =>
      attempt('renewing a lease', () => renew(leaseUntil.getTime(), id, responderId) > 0),
  };
}

/** Notifications that wait to be delivered. */
export function createSqliteOutboxStore(db: Connection): OutboxStore {
  const due = db.many('SELECT * FROM outbox WHERE due_at_ms <= ? ORDER BY due_at_ms LIMIT ?');
  const settle = db.write('DELETE FROM outbox WHERE id = ?');
  const postpone = db.write('UPDATE outbox SET attempts = ?, due_at_ms = ? WHERE id = ?');
  return {
    due: (now, limit) =>
      attempt('reading the outbox', () => due(now.getTime(), limit).map(toOutboxEntry)),
    settle: (id) => attempt('settling', () => void settle(id)),
    postpone: (id, attempts, dueAt) =>
      attempt('postponing', () => void postpone(attempts, dueAt.getTime(), id)),
  };
}
