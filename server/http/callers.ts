import type { IncomingMessage } from 'node:http';
import type { Request } from 'express';
import { responderOf, type SessionDeps } from '../app/sign-in.ts';
import type { Conversation } from '../domain/conversation.ts';
import type { Responder } from '../domain/responder.ts';
import type { ConversationStore } from '../ports/conversation-store.ts';
import type { CallerLookup } from './guarded-router.ts';
import { isOwnOrigin } from './origins.ts';
import type { SessionCookie } from './session-cookie.ts';

export interface CallersDeps extends SessionDeps {
  readonly conversations: Pick<ConversationStore, 'loadByTokenHash'>;
  readonly cookie: SessionCookie;
  readonly publicUrl: string | null;
}

export interface Callers extends CallerLookup {
  /** Whose token this is; nothing when it is wrong or has expired. */
  conversationOf(token: string): Promise<Conversation | undefined>;
  /** Whose session a cookie header carries. */
  sessionOf(
    cookie: string | undefined,
  ): Promise<{ responder: Responder; sessionHash: string } | undefined>;
}

/** Finds out who calls, for HTTP and sockets alike. */
export function createCallers(deps: CallersDeps): Callers {
  const { conversations, secrets, clock, cookie } = deps;

  async function conversationOf(token: string) {
    const conversation = await conversations.loadByTokenHash(secrets.hashOf(token));
    return conversation && conversation.tokenExpiresAt > clock.now() ? conversation : undefined;
  }

  async function sessionOf(header: string | undefined) {
    const token = cookie.read(header);
    const responder = await responderOf(deps, token);
    return token && responder ? { responder, sessionHash: secrets.hashOf(token) } : undefined;
  }

  return {
    conversationOf,
    sessionOf,
    async participantOf(req: Request) {
      const token = /^Bearer +([\w~+/.-]{1,200}=*)$/i.exec(req.headers.authorization ?? '')?.[1];
      return token ? conversationOf(token) : undefined;
    },
    responderOf: async (req: Request) => (await sessionOf(req.headers.cookie))?.responder,
    isOwnPage: (req: IncomingMessage) => isOwnOrigin(req, deps.publicUrl),
  };
}
