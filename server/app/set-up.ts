import { type Responder, ROLES } from '../domain/responder.ts';
import { newResponder } from './create-responder.ts';
import type { SessionDeps } from './sign-in.ts';

export interface SetUpCommand {
  readonly token: string;
  readonly email: string;
  readonly name: string;
  readonly password: string;
}

/**
 * The first account of an installation, made by whoever started it and holds the one-time
 * link. Works once: with the first account the link is dead, and none is made afterwards.
 */
export async function createSetUp(deps: SessionDeps) {
  const { token, hash } = deps.secrets.newToken();
  const isOpen = async () => (await deps.responders.count()) === 0;
  return {
    /** For the link; nothing when there is an account already. */
    token: (await isOpen()) ? token : undefined,
    isOpen,
    /** @returns nothing when the token is wrong or an account was made already. */
    async complete(command: SetUpCommand): Promise<Responder | undefined> {
      if (deps.secrets.hashOf(command.token) !== hash) return undefined;
      const responder = await newResponder(deps, { ...command, roles: ROLES });
      return (await deps.responders.addFirst(responder)) ? responder : undefined;
    },
  };
}

export type SetUp = Awaited<ReturnType<typeof createSetUp>>;
