import type { Responder, Session } from '../domain/responder.ts';

export class EmailTakenError extends Error {
  override readonly name = 'EmailTakenError';
}

export interface ResponderStore {
  /** @throws {EmailTakenError} when somebody has this e-mail already. */
  add(responder: Responder): Promise<void>;
  /** Adds the first one and no other, however many ask at once; false when there is one already. */
  addFirst(responder: Responder): Promise<boolean>;
  count(): Promise<number>;
  /** Everyone, in no order. */
  all(): Promise<readonly Responder[]>;
  byId(id: string): Promise<Responder | undefined>;
  /** @param email in lower case. */
  byEmail(email: string): Promise<Responder | undefined>;

  openSession(session: Session): Promise<void>;
  /** Expired ones too; the caller compares. */
  session(idHash: string): Promise<Session | undefined>;
  closeSession(idHash: string): Promise<void>;
  /** Forgets sessions that ended before `now`. */
  dropExpiredSessions(now: Date): Promise<void>;
}
