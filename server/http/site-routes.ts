import { Router } from 'express';
import type { Site } from '../domain/site.ts';
import type { HelplineDesk } from '../ports/helpline-desk.ts';
import type { SiteAnswer } from '../protocol/http-bodies.ts';

/** `GET /api/site`: what the widget shows before anything is opened. */
export function siteRoutes(
  { name, languages, address, country }: Site,
  desk: HelplineDesk,
  textsSigned: boolean,
): Router {
  const router = Router();
  router.get('/', (_req, res) => {
    const lines = desk
      .shown()
      .map(({ until, ...line }) => ({ ...line, until: until?.toISOString() ?? null }));
    const answer: SiteAnswer = { name, languages, address, country, textsSigned, lines };
    res.json(answer);
  });
  return router;
}
