import type { IncomingMessage } from 'node:http';

/**
 * Whether a page of ours sent a request, or no page at all: browsers name the page's origin,
 * other programs name none and carry nobody's cookies.
 */
export function isOwnOrigin(req: IncomingMessage, publicUrl: string | null): boolean {
  if (req.headers['sec-fetch-site'] === 'cross-site') return false;
  const { origin, host } = req.headers;
  if (origin === undefined) return true;
  if (!URL.canParse(origin)) return false;
  return (
    new URL(origin).host === host || (publicUrl !== null && origin === new URL(publicUrl).origin)
  );
}

/** Whether a page may open a socket: our own pages and the sites that embed the widget. */
export function mayConnect(
  req: IncomingMessage,
  publicUrl: string | null,
  embedOrigins: readonly string[],
): boolean {
  const { origin } = req.headers;
  return (origin !== undefined && embedOrigins.includes(origin)) || isOwnOrigin(req, publicUrl);
}
