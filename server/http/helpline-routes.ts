import type { Router } from 'express';
import type { HelplineDesk } from '../ports/helpline-desk.ts';
import { ConfirmLines, type HelplinesAnswer } from '../protocol/http-bodies.ts';
import { type CallerLookup, guardedRouter } from './guarded-router.ts';
import { parse } from './parse.ts';

const OPERATORS = ['operator', 'administrator'] as const;

/** `/api/helplines`: which lines people see here, and an operator's word on those past their date. */
export function helplineRoutes(deps: {
  readonly callers: CallerLookup;
  readonly desk: HelplineDesk;
}): Router {
  const routes = guardedRouter(deps.callers);
  const answer = (): HelplinesAnswer => ({ country: deps.desk.country, lines: deps.desk.list() });

  routes.roles(OPERATORS, 'get', '/', async (_req, res) => {
    res.json(answer());
  });

  routes.roles(OPERATORS, 'post', '/confirmations', async (req, res, caller) => {
    const body = parse(ConfirmLines, req.body, res);
    if (!body) return;
    if (deps.desk.confirm(body.ids, caller.name) === 'unknown-line') {
      res.status(400).json({
        error: 'invalid',
        details: [{ field: 'ids', problem: 'names a line this country does not have' }],
      });
      return;
    }
    res.json(answer());
  });

  return routes.router;
}
