import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import express, { type Request, type Response, Router } from 'express';
import type { HelplineDesk } from '../ports/helpline-desk.ts';
import { pageWithLines } from './page-with-lines.ts';

export interface PageRoutesDeps {
  /** The repository's `web-widget`, where pages and styles lie. */
  readonly sourceDir: string;
  /** Where `scripts/build.mjs` put the scripts: `build/web`. */
  readonly builtDir: string;
  readonly desk: HelplineDesk;
}

const PAGES: Record<string, string> = {
  '/chat': 'embed/chat.html',
  '/demo': 'embed/demo.html',
  '/console': 'console/console.html',
  '/setup': 'console/setup.html',
  '/reports': 'reports/reports.html',
};
/** Of the sources, only what a browser reads is served. */
const STATIC = /\.(css|woff2|svg|png|ico|webmanifest|txt)$/;

/** The pages, the widget's loader, and what they load. */
export function pageRoutes({ sourceDir, builtDir, desk }: PageRoutesDeps): Router {
  const router = Router();
  router.get('/', (_req, res) => res.redirect('/chat'));
  for (const [path, file] of Object.entries(PAGES)) {
    router.get(path, (_req, res) => {
      res.setHeader('Cache-Control', 'no-cache');
      res.type('html').send(pageWithLines(readFileSync(join(sourceDir, file), 'utf8'), desk));
    });
  }
  // The loader shows numbers by itself when nothing else can be loaded: it is told the country.
  router.get(
    ['/embed/veilleuse.js', '/web/loader/veilleuse.js'],
    forAnySite,
    (_req: Request, res: Response) => {
      const loader = readFileSync(join(builtDir, 'loader/veilleuse.js'), 'utf8');
      res.type('js').send(pageWithLines(loader, desk));
    },
  );
  router.use('/web', forAnySite, express.static(builtDir, { index: false, redirect: false }));
  router.use('/web', (req, res, next) => {
    if (!STATIC.test(req.path)) return next();
    return express.static(sourceDir, { index: false, redirect: false })(req, res, next);
  });
  return router;
}

/** Module scripts and fonts are fetched with CORS by the pages that embed them; they are public. */
function forAnySite(_req: Request, res: Response, next: () => void): void {
  res.setHeader('Access-Control-Allow-Origin', '*');
  res.setHeader('Cache-Control', 'no-cache');
  next();
}
