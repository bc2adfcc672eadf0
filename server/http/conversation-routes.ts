import type { Router } from 'express';
import type { OpenConversation as Command } from '../app/open-conversation.ts';
import type { PulledTurns } from '../app/pull-turns.ts';
import type { ResponderNames } from '../app/responder-names.ts';
import type { Conversation } from '../domain/conversation.ts';
import {
  OpenConversation,
  type OpenedConversation,
  type TurnsAnswer,
  TurnsQuery,
} from '../protocol/http-bodies.ts';
import { toTurnWire } from '../protocol/to-wire.ts';
import { type CallerLookup, guardedRouter } from './guarded-router.ts';
import { parse } from './parse.ts';

export interface ConversationRoutesDeps {
  readonly callers: CallerLookup;
  readonly names: ResponderNames;
  /** False when this address opens too many. */
  mayOpen(ip: string): Promise<boolean>;
  openConversation(command: Command): Promise<{ conversation: Conversation; token: string }>;
  pullTurns(conversationId: string, after: number): Promise<PulledTurns | undefined>;
  eraseConversation(conversationId: string): Promise<string | undefined>;
}

/** `/api/conversations` */
export function conversationRoutes(deps: ConversationRoutesDeps): Router {
  const routes = guardedRouter(deps.callers);

  routes.public('post', '/', async (req, res) => {
    const body = parse(OpenConversation, req.body, res);
    if (!body) return;
    if (!(await deps.mayOpen(req.ip ?? ''))) {
      res.status(429).json({ error: 'too-many' });
      return;
    }
    const { conversation, token } = await deps.openConversation(body);
    const answer: OpenedConversation = { conversationId: conversation.id, token };
    res.status(201).json(answer);
  });

  routes.participant('get', '/current/turns', async (req, res, { id }) => {
    const query = parse(TurnsQuery, req.query, res);
    if (!query) return;
    const pulled = await deps.pullTurns(id, query.after);
    if (!pulled) {
      res.status(401).json({ error: 'unauthorized' });
      return;
    }
    await deps.names.learn(pulled.turns.map(({ responderId }) => responderId));
    const answer: TurnsAnswer = {
      turns: pulled.turns.map((turn) => toTurnWire(turn, deps.names.nameOf)),
      handling: pulled.handling.kind,
      lastSeq: pulled.lastSeq,
    };
    res.json(answer);
  });

  routes.participant('delete', '/current', async (_req, res, { id }) => {
    const receiptId = await deps.eraseConversation(id);
    if (receiptId) res.setHeader('Erasure-Receipt', receiptId);
    res.status(receiptId ? 204 : 401).end();
  });

  return routes.router;
}
