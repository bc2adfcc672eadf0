import { Router } from 'express';
import type { Site } from '../domain/site.ts';
import type { SiteAnswer } from '../protocol/http-bodies.ts';

/** `GET /api/site`: what the widget shows before anything is opened. */
export function siteRoutes(
  { name, languages, address, country }: Site,
  textsSigned: boolean,
): Router {
  const answer: SiteAnswer = { name, languages, address, country, textsSigned };
  const router = Router();
  router.get('/', (_req, res) => {
    res.json(answer);
  });
  return router;
}
