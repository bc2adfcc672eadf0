import { type Request, type Response, Router } from 'express';
import type { Conversation } from '../domain/conversation.ts';
import type { Responder, Role } from '../domain/responder.ts';

export interface CallerLookup {
  participantOf(req: Request): Promise<Conversation | undefined>;
  responderOf(req: Request): Promise<Responder | undefined>;
  /** Whether a page of ours, or no page at all, sent this; a cookie proves nothing otherwise. */
  isOwnPage(req: Request): boolean;
}

type Method = 'get' | 'post' | 'delete';
type Answer<C> = (req: Request, res: Response, caller: C) => Promise<void>;

/**
 * A router that refuses whoever was not expressly let in: a route is added under the name of
 * those who may call it, there is no other way.
 */
export function guardedRouter(lookup: CallerLookup) {
  const router = Router();

  return {
    router,
    public(method: Method, path: string, answer: Answer<undefined>) {
      router[method](path, (req, res) => answer(req, res, undefined));
    },
    participant(method: Method, path: string, answer: Answer<Conversation>) {
      router[method](path, async (req, res) => {
        const conversation = await lookup.participantOf(req);
        if (conversation) await answer(req, res, conversation);
        else res.status(401).json({ error: 'unauthorized' });
      });
    },
    /** For signed-in people with one of these roles, from our own pages only. */
    roles(
      roles: readonly [Role, ...Role[]],
      method: Method,
      path: string,
      answer: Answer<Responder>,
    ) {
      router[method](path, async (req, res) => {
        const responder = await lookup.responderOf(req);
        if (!responder) {
          res.status(401).json({ error: 'unauthorized' });
        } else if (
          !lookup.isOwnPage(req) ||
          !roles.some((role) => responder.roles.includes(role))
        ) {
          res.status(403).json({ error: 'unauthorized' });
        } else {
          await answer(req, res, responder);
        }
      });
    },
  };
}
