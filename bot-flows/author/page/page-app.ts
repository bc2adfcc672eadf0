import { join } from 'node:path';
import express, { type Express, type Response } from 'express';
import helmet from 'helmet';
import type { z } from 'zod';
import type { Desk } from './desk.ts';
import { flowView } from './flow-view.ts';
import { libraryView } from './library-view.ts';
import { ownPageOnly } from './own-page-only.ts';
import { Play, Setting } from './page-requests.ts';
import { playAlong } from './play-along.ts';

export interface PageAppDeps {
  readonly desk: Desk;
  /** Has an open page told of every change, until it is closed. */
  tellChanges(res: Response): void;
  /** The repository's `web-widget`, and where its scripts were built. */
  readonly sourceDir: string;
  readonly builtDir: string;
  readonly now: () => Date;
}

/** Of the sources, only what the page shows is served. */
const SHOWN = /^\/(author|shared\/fonts)\/[\w-]+\.(svg|woff2)$/;

/** The author's page: what it shows, for whoever sits at this machine and nobody else. */
export function createPageApp({ desk, tellChanges, ...deps }: PageAppDeps): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  app.use(ownPageOnly, headers);
  app.use((_req, res, next) => {
    res.setHeader('Cache-Control', 'no-store');
    next();
  });

  app.get('/', (_req, res) => {
    res.sendFile('author/author.html', { root: deps.sourceDir });
  });
  app.get('/api/library', (_req, res) => {
    res.json(libraryView(desk.look()));
  });
  app.get('/api/flows/:id', (req, res) => {
    const setting = parsed(Setting, req.query, res);
    if (!setting) return;
    const view = flowView(desk.look(), req.params.id, setting, deps.now());
    if (view) res.json(view);
    else res.status(404).json({ error: 'unknown' });
  });
  app.post('/api/play', express.json({ limit: '1mb' }), (req, res) => {
    const play = parsed(Play, req.body, res);
    if (!play) return;
    const turns = playAlong(desk.look().draft, play, deps.now());
    if (turns) res.json({ turns });
    else res.status(404).json({ error: 'unknown' });
  });
  app.get('/api/changes', (_req, res) => tellChanges(res));

  const files = { index: false, redirect: false, cacheControl: false };
  app.use('/web', express.static(join(deps.builtDir), files));
  app.use('/web', (req, res, next) => {
    if (SHOWN.test(req.path)) express.static(deps.sourceDir, files)(req, res, next);
    else next();
  });
  app.use((_req, res) => void res.status(404).json({ error: 'unknown' }));
  return app;
}

/** Its own scripts, styles and pictures, and nothing from anywhere else. */
const headers = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'"],
      fontSrc: ["'self'"],
      connectSrc: ["'self'"],
      formAction: ["'none'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
  },
  referrerPolicy: { policy: 'no-referrer' },
  strictTransportSecurity: false,
  xFrameOptions: { action: 'deny' },
});

function parsed<T>(schema: z.ZodType<T>, input: unknown, res: Response): T | undefined {
  const result = schema.safeParse(input ?? {});
  if (result.success) return result.data;
  res.status(400).json({ error: 'invalid' });
  return undefined;
}
