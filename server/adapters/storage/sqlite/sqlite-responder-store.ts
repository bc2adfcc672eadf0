import type { Responder, Session } from '../../../domain/responder.ts';
import { EmailTakenError, type ResponderStore } from '../../../ports/responder-store.ts';
import { attempt } from './attempt.ts';
import type { Connection } from './connection.ts';
import { date, type Row } from './rows.ts';

/** Accounts and sessions in the embedded file. */
export function createSqliteResponderStore(db: Connection): ResponderStore {
  const insert = db.write(
    `INSERT INTO responder (id, email, name, roles, password_hash, totp_secret, created_at_ms)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  const count = db.one('SELECT count(*) AS n FROM responder');
  const all = db.many('SELECT * FROM responder');
  const byId = db.one('SELECT * FROM responder WHERE id = ?');
  const byEmail = db.one('SELECT * FROM responder WHERE email = ?');
  const insertSession = db.write(
    'INSERT INTO session (id_hash, responder_id, created_at_ms, expires_at_ms) VALUES (?, ?, ?, ?)',
  );
  const session = db.one('SELECT * FROM session WHERE id_hash = ?');
  const deleteSession = db.write('DELETE FROM session WHERE id_hash = ?');
  const deleteExpired = db.write('DELETE FROM session WHERE expires_at_ms < ?');

  const countAll = () => Number(count()?.n);
  const add = (responder: Responder) =>
    insert(
      responder.id,
      responder.email,
      responder.name,
      JSON.stringify(responder.roles),
      responder.passwordHash,
      responder.totpSecret ?? null,
      responder.createdAt.getTime(),
    );
  const addUnlessTaken = db.atOnce((responder: Responder) => {
    if (byEmail(responder.email)) throw new EmailTakenError('this e-mail has an account already');
    add(responder);
  });
  const addFirst = db.atOnce((responder: Responder) => {
    if (countAll() > 0) return false;
    add(responder);
    return true;
  });

  return {
    add: (responder) => attempt('adding an account', () => addUnlessTaken(responder)),
    addFirst: (responder) => attempt('adding the first account', () => addFirst(responder)),
    count: () => attempt('counting accounts', countAll),
    all: () => attempt('reading accounts', () => all().map(toResponder)),
    byId: (id) =>
      attempt('reading an account', () => {
        const row = byId(id);
        return row && toResponder(row);
      }),
    byEmail: (email) =>
      attempt('reading an account', () => {
        const row = byEmail(email);
        return row && toResponder(row);
      }),
    openSession: (one) =>
      attempt('opening a session', () => {
        insertSession(
          one.idHash,
          one.responderId,
          one.createdAt.getTime(),
          one.expiresAt.getTime(),
        );
      }),
    session: (idHash) =>
      attempt('reading a session', () => {
        const row = session(idHash);
        return row && toSession(row);
      }),
    closeSession: (idHash) => attempt('closing a session', () => void deleteSession(idHash)),
    dropExpiredSessions: (now) =>
      attempt('dropping sessions', () => {
        deleteExpired(now.getTime());
      }),
  };
}

function toResponder(row: Row): Responder {
  return {
    id: String(row.id),
    email: String(row.email),
    name: String(row.name),
    roles: JSON.parse(String(row.roles)),
    passwordHash: String(row.password_hash),
    ...(row.totp_secret !== null && { totpSecret: String(row.totp_secret) }),
    createdAt: date(row.created_at_ms),
  };
}

function toSession(row: Row): Session {
  return {
    idHash: String(row.id_hash),
    responderId: String(row.responder_id),
    createdAt: date(row.created_at_ms),
    expiresAt: date(row.expires_at_ms),
  };
}
