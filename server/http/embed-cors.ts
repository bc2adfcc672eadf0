import type { RequestHandler } from 'express';

/**
 * Lets the pages of the sites on the list call us from the browser, with a bearer token and
 * never with cookies. Pages from elsewhere get no permission, and their browser refuses.
 */
export function embedCors(origins: readonly string[]): RequestHandler {
  const allowed = new Set(origins);
  return (req, res, next) => {
    res.vary('Origin');
    const { origin } = req.headers;
    if (origin && allowed.has(origin)) {
      res.setHeader('Access-Control-Allow-Origin', origin);
      res.setHeader('Access-Control-Allow-Headers', 'Authorization, Content-Type');
      res.setHeader('Access-Control-Allow-Methods', 'GET, POST, DELETE');
      res.setHeader('Access-Control-Expose-Headers', 'Erasure-Receipt');
      res.setHeader('Access-Control-Max-Age', '600');
    }
    if (req.method === 'OPTIONS') res.status(204).end();
    else next();
  };
}
