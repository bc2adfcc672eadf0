import express, {
  type ErrorRequestHandler,
  type Express,
  type RequestHandler,
  type Router,
} from 'express';
import { StorageUnavailableError } from '../ports/conversation-store.ts';
import type { Log } from '../ports/log.ts';
import { embedCors } from './embed-cors.ts';
import { securityHeaders } from './security-headers.ts';

export interface HttpAppDeps {
  readonly embedOrigins: readonly string[];
  readonly trustedProxies: number;
  readonly https: boolean;
  readonly log: Log;
  /** Mounted under their address, in this order. */
  readonly routers: readonly (readonly [string, Router])[];
}

/** Chat tools send whole histories; everything else is small. */
const BODY_LIMITS = { '/api/chat': '2mb', '/': '64kb' };

/** Everything that is answered over HTTP: headers, limits, routers, and one place for errors. */
export function createHttpApp(deps: HttpAppDeps): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', deps.trustedProxies);
  app.set('query parser', 'simple');
  app.use(securityHeaders(deps));
  app.use('/api', (_req, res, next) => {
    res.setHeader('Cache-Control', 'no-store');
    next();
  });
  app.use('/api/conversations', embedCors(deps.embedOrigins));
  app.use('/api/site', embedCors(deps.embedOrigins));
  for (const [path, limit] of Object.entries(BODY_LIMITS)) app.use(path, express.json({ limit }));
  app.use('/api', refuseUnreadBody);
  for (const [path, router] of deps.routers) app.use(path, router);
  app.use((req, res) => {
    res.status(404).json({
      error: 'invalid',
      details: [{ field: 'path', problem: `nothing answers ${req.method} here` }],
    });
  });
  app.use(errorAnswer(deps.log));
  return app;
}

/** A body that isn't called JSON was not read: what is wrong is its name, not the fields it has. */
const refuseUnreadBody: RequestHandler = (req, res, next) => {
  const sent = Number(req.headers['content-length'] ?? 0) > 0 || req.headers['transfer-encoding'];
  if (req.method !== 'POST' || !sent || req.is('json')) return next();
  const problem = 'not called JSON; send Content-Type: application/json';
  res.status(415).json({ error: 'invalid', details: [{ field: 'body', problem }] });
};

/** Codes for programs, never a message or a stack: those may quote what somebody wrote. */
function errorAnswer(log: Log): ErrorRequestHandler {
  return (error, _req, res, next) => {
    if (res.headersSent) return next(error);
    const problem = BODY_PROBLEMS[error?.type as string];
    if (problem) {
      res.status(error.status).json({ error: 'invalid', details: [{ field: 'body', problem }] });
    } else if (error instanceof StorageUnavailableError) {
      log.warn({ err: error }, 'a request could not be served: the store is away');
      res.setHeader('Retry-After', '2');
      res.status(503).json({ error: 'unavailable' });
    } else if (typeof error?.status === 'number' && error.status >= 400 && error.status < 500) {
      res.status(error.status).json({ error: 'invalid' });
    } else {
      log.error({ err: error }, 'a request could not be served');
      res.status(500).json({ error: 'unavailable' });
    }
  };
}

const BODY_PROBLEMS: Record<string, string> = {
  'entity.too.large': 'larger than this call takes (64 kB; 2 MB for /api/chat)',
  'entity.parse.failed': 'not valid JSON',
  'encoding.unsupported': 'an encoding we do not read; send UTF-8',
  'charset.unsupported': 'a charset we do not read; send UTF-8',
  'request.size.invalid': 'not as long as its Content-Length says',
  'request.aborted': 'cut off midway',
};
