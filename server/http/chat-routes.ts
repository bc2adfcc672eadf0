import type { Router } from 'express';
import type { AnsweredChat } from '../app/answer-chat.ts';
import { Chat, type ChatAnswer } from '../protocol/http-bodies.ts';
import { type CallerLookup, guardedRouter } from './guarded-router.ts';
import { parse } from './parse.ts';

export interface ChatRoutesDeps {
  readonly callers: CallerLookup;
  answerChat(command: {
    readonly conversationId: string | undefined;
    readonly locale: string;
    readonly messages: readonly string[];
  }): Promise<AnsweredChat | undefined>;
}

/** `POST /api/chat`, mounted only with `TEST_ENDPOINT=1`: the whole pipeline in one call. */
export function chatRoutes(deps: ChatRoutesDeps): Router {
  const routes = guardedRouter(deps.callers);

  routes.public('post', '/', async (req, res) => {
    const body = parse(Chat, req.body, res);
    if (!body) return;
    const said = body.messages.filter(({ role }) => role === 'user').map(({ content }) => content);
    const answered = await deps.answerChat({
      conversationId: body.conversation_id || undefined,
      locale: body.locale ?? 'en',
      messages: said,
    });
    if (!answered) {
      res.status(404).json({
        error: 'invalid',
        details: [{ field: 'conversation_id', problem: 'there is no such open conversation' }],
      });
      return;
    }
    const answer: ChatAnswer = {
      conversation_id: answered.conversationId,
      message: { id: answered.turnId, content: answered.replies.join('\n\n') },
      handling: answered.handling.kind,
      level: answered.level,
    };
    res.json(answer);
  });

  return routes.router;
}
