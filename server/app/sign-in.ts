import type { Responder, Session } from '../domain/responder.ts';
import type { Clock } from '../ports/clock.ts';
import type { ResponderStore } from '../ports/responder-store.ts';
import type { Secrets } from '../ports/secrets.ts';

export interface SessionDeps {
  readonly responders: ResponderStore;
  readonly secrets: Secrets;
  readonly clock: Clock;
}

export interface SignIn {
  readonly email: string;
  readonly password: string;
  readonly totp?: string | undefined;
}

export type SignInOutcome =
  | {
      readonly kind: 'signed-in';
      readonly responder: Responder;
      readonly token: string;
      readonly session: Session;
    }
  /** Right password, but this account wants its six digits as well. */
  | { readonly kind: 'totp-required' }
  | { readonly kind: 'refused' };

/** Twelve hours: a night's shift. */
const SESSION_MS = 12 * 3600_000;

/** Opens a session for whoever knows the password, and the six digits where they are set. */
export async function signIn(
  deps: SessionDeps,
  { email, password, totp }: SignIn,
): Promise<SignInOutcome> {
  const responder = await deps.responders.byEmail(email.toLowerCase());
  // Verified even when nobody has this e-mail, so that the time taken tells nothing.
  const right = await deps.secrets.verifyPassword(responder?.passwordHash, password);
  if (!responder || !right) return { kind: 'refused' };
  if (responder.totpSecret !== undefined) {
    if (totp === undefined) return { kind: 'totp-required' };
    if (!deps.secrets.verifyTotp(responder.totpSecret, totp)) return { kind: 'refused' };
  }
  return openSession(deps, responder);
}

/** A new session with a new id each time, so that none can be planted beforehand. */
export async function openSession(
  { responders, secrets, clock }: SessionDeps,
  responder: Responder,
): Promise<Extract<SignInOutcome, { kind: 'signed-in' }>> {
  const createdAt = clock.now();
  const { token, hash } = secrets.newToken();
  const session: Session = {
    idHash: hash,
    responderId: responder.id,
    createdAt,
    expiresAt: new Date(createdAt.getTime() + SESSION_MS),
  };
  await responders.openSession(session);
  return { kind: 'signed-in', responder, token, session };
}

/** Whoever the cookie's value belongs to, while the session lasts. */
export async function responderOf(
  { responders, secrets, clock }: SessionDeps,
  token: string | undefined,
): Promise<Responder | undefined> {
  if (!token) return undefined;
  const session = await responders.session(secrets.hashOf(token));
  if (!session || session.expiresAt <= clock.now()) return undefined;
  return responders.byId(session.responderId);
}
