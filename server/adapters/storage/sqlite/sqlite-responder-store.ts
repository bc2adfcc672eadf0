import type Libsql from 'libsql';
import type { Responder, Session } from '../../../domain/responder.ts';
import { EmailTakenError, type ResponderStore } from '../../../ports/responder-store.ts';
import { attempt } from './attempt.ts';
import type { Row } from './rows.ts';

/** Accounts and sessions in the embedded file. */
export function createSqliteResponderStore(db: Libsql.Database): ResponderStore {
  const insert = db.prepare(
    `INSERT INTO responder (id, email, name, roles, password_hash, totp_secret, created_at_ms)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  const count = db.prepare('SELECT count(*) AS n FROM responder');
  const all = db.prepare('SELECT * FROM responder');
  const byId = db.prepare('SELECT * FROM responder WHERE id = ?');
  const byEmail = db.prepare('SELECT * FROM responder WHERE email = ?');
  const insertSession = db.prepare(
    'INSERT INTO session (id_hash, responder_id, created_at_ms, expires_at_ms) VALUES (?, ?, ?, ?)',
  );
  const session = db.prepare('SELECT * FROM session WHERE id_hash = ?');
  const deleteSession = db.prepare('DELETE FROM session WHERE id_hash = ?');
  const deleteExpired = db.prepare('DELETE FROM session WHERE expires_at_ms < ?');

  const countAll = () => Number((count.get() as Row).n);
  const add = (responder: Responder) =>
    insert.run(
      responder.id,
      responder.email,
      responder.name,
      JSON.stringify(responder.roles),
      responder.passwordHash,
      responder.totpSecret ?? null,
      responder.createdAt.getTime(),
    );
  const addUnlessTaken = db.transaction((responder: Responder) => {
    if (byEmail.get(responder.email))
      throw new EmailTakenError('this e-mail has an account already');
    add(responder);
  });
  const addFirst = db.transaction((responder: Responder) => {
    if (countAll() > 0) return false;
    add(responder);
    return true;
  });

  return {
    add: (responder) => attempt('adding an account', () => addUnlessTaken.immediate(responder)),
    addFirst: (responder) =>
      attempt('adding the first account', () => addFirst.immediate(responder)),
    count: () => attempt('counting accounts', countAll),
    all: () => attempt('reading accounts', () => (all.all() as Row[]).map(toResponder)),
    byId: (id) =>
      attempt('reading an account', () => {
        const row = byId.get(id) as Row | undefined;
        return row && toResponder(row);
      }),
    byEmail: (email) =>
      attempt('reading an account', () => {
        const row = byEmail.get(email) as Row | undefined;
        return row && toResponder(row);
      }),
    openSession: (one) =>
      attempt('opening a session', () => {
        insertSession.run(
          one.idHash,
          one.responderId,
          one.createdAt.getTime(),
          one.expiresAt.getTime(),
        );
      }),
    session: (idHash) =>
      attempt('reading a session', () => {
        const row = session.get(idHash) as Row | undefined;
        return row && toSession(row);
      }),
    closeSession: (idHash) => attempt('closing a session', () => void deleteSession.run(idHash)),
    dropExpiredSessions: (now) =>
      attempt('dropping sessions', () => {
        deleteExpired.run(now.getTime());
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
    createdAt: new Date(Number(row.created_at_ms)),
  };
}

function toSession(row: Row): Session {
  return {
    idHash: String(row.id_hash),
    responderId: String(row.responder_id),
    createdAt: new Date(Number(row.created_at_ms)),
    expiresAt: new Date(Number(row.expires_at_ms)),
  };
}
