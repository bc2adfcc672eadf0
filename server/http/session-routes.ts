import type { Request, Response, Router } from 'express';
import type { SetUp } from '../app/set-up.ts';
import { openSession, type SessionDeps, type SignInOutcome, signIn } from '../app/sign-in.ts';
import type { Responder } from '../domain/responder.ts';
import { SetUp as SetUpBody, type SignedIn, SignIn } from '../protocol/http-bodies.ts';
import { type CallerLookup, guardedRouter } from './guarded-router.ts';
import { parse } from './parse.ts';
import type { SessionCookie } from './session-cookie.ts';

export interface SessionRoutesDeps extends SessionDeps {
  readonly callers: CallerLookup;
  readonly cookie: SessionCookie;
  readonly setUp: SetUp;
  /** False when this account or address was tried too often; a wrong password counts. */
  mayTry(email: string, ip: string): Promise<boolean>;
  /** The session has ended: its open sockets must go. */
  onSignedOut(sessionHash: string): void;
}

const present = ({ id, name, roles }: Responder): SignedIn => ({ responder: { id, name, roles } });

/** `/api/session` and `/api/setup` */
export function sessionRoutes(deps: SessionRoutesDeps): Router {
  const routes = guardedRouter(deps.callers);

  function welcome(
    res: Response,
    outcome: Extract<SignInOutcome, { kind: 'signed-in' }>,
    status: number,
  ) {
    res.setHeader('Set-Cookie', deps.cookie.set(outcome.token, outcome.session.expiresAt));
    res.status(status).json(present(outcome.responder));
  }

  /** A form on somebody else's page must not sign anybody in or out. */
  function ownPage(req: Request, res: Response): boolean {
    const own = deps.callers.isOwnPage(req);
    if (!own) res.status(403).json({ error: 'unauthorized' });
    return own;
  }

  routes.public('post', '/session', async (req, res) => {
    if (!ownPage(req, res)) return;
    const body = parse(SignIn, req.body, res);
    if (!body) return;
    if (!(await deps.mayTry(body.email.toLowerCase(), req.ip ?? ''))) {
      res.status(429).json({ error: 'too-many' });
      return;
    }
    const outcome = await signIn(deps, body);
    if (outcome.kind === 'signed-in') welcome(res, outcome, 200);
    else
      res
        .status(401)
        .json({ error: outcome.kind === 'totp-required' ? 'totp-required' : 'unauthorized' });
  });

  routes.public('get', '/session', async (req, res) => {
    const responder = await deps.callers.responderOf(req);
    if (responder) res.json(present(responder));
    else res.status(401).json({ error: 'unauthorized' });
  });

  routes.public('delete', '/session', async (req, res) => {
    if (!ownPage(req, res)) return;
    const token = deps.cookie.read(req.headers.cookie);
    if (token) {
      const hash = deps.secrets.hashOf(token);
      await deps.responders.closeSession(hash);
      deps.onSignedOut(hash);
    }
    res.setHeader('Set-Cookie', deps.cookie.clear());
    res.status(204).end();
  });

  routes.public('get', '/setup', async (_req, res) => {
    res.json({ open: await deps.setUp.isOpen() });
  });

  routes.public('post', '/setup', async (req, res) => {
    if (!ownPage(req, res)) return;
    const body = parse(SetUpBody, req.body, res);
    if (!body) return;
    const responder = await deps.setUp.complete(body);
    if (responder) welcome(res, await openSession(deps, responder), 201);
    else res.status(401).json({ error: 'unauthorized' });
  });

  return routes.router;
}
