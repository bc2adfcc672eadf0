import { join } from 'node:path';
import express, { type Request, type Response, Router } from 'express';

export interface PageRoutesDeps {
  /** The repository's `web-widget`, where pages and styles lie. */
  readonly sourceDir: string;
  /** Where `scripts/build.mjs` put the scripts: `build/web`. */
  readonly builtDir: string;
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
export function pageRoutes({ sourceDir, builtDir }: PageRoutesDeps): Router {
  const router = Router();
  router.get('/', (_req, res) => res.redirect('/chat'));
  for (const [path, file] of Object.entries(PAGES)) {
    router.get(path, (_req, res) => {
      res.setHeader('Cache-Control', 'no-cache');
      res.sendFile(join(sourceDir, file));
    });
  }
  router.get('/embed/veilleuse.js', forAnySite, (_req: Request, res: Response) => {
    res.sendFile(join(builtDir, 'loader/veilleuse.js'));
  });
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
