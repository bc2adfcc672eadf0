import type { Responder, Role } from '../domain/responder.ts';
import type { SessionDeps } from './sign-in.ts';

export interface CreateResponder {
  readonly email: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly password: string;
}

/** A new account as it will be kept; the e-mail in lower case, the password hashed. */
export async function newResponder(
  { secrets, clock }: Pick<SessionDeps, 'secrets' | 'clock'>,
  { email, name, roles, password }: CreateResponder,
): Promise<Responder> {
  return {
    id: secrets.newId(),
    email: email.toLowerCase(),
    name,
    roles,
    passwordHash: await secrets.hashPassword(password),
    createdAt: clock.now(),
  };
}

/** @throws {EmailTakenError} when somebody has this e-mail already. */
export async function createResponder(deps: SessionDeps, command: CreateResponder): Promise<void> {
  await deps.responders.add(await newResponder(deps, command));
}
