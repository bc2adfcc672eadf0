import type { RequestHandler } from 'express';

const NAMES = ['127.0.0.1', 'localhost', '[::1]'];

/**
 * Lets in only who opened this machine's own address: no name that somebody else had point here,
 * and no page of another site, or of another program on this machine, that calls from a browser.
 */
export const ownPageOnly: RequestHandler = (req, res, next) => {
  const { host = '', origin, 'sec-fetch-site': site = 'none' } = req.headers;
  const isOurs = NAMES.includes(host.replace(/:\d+$/, ''));
  const fromUs = origin === undefined || origin === `http://${host}`;
  // Somebody may come by a link to the page itself, which shows nothing by being opened.
  const mayCall = ['none', 'same-origin'].includes(site) || isVisit(req.method, req.path);
  if (isOurs && fromUs && mayCall) next();
  else res.status(403).json({ error: 'unauthorized' });
};

const isVisit = (method: string, path: string): boolean => method === 'GET' && path === '/';
