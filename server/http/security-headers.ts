import type { RequestHandler } from 'express';
import helmet from 'helmet';

/** Strict for every page: own scripts, styles and fonts only, framed by nobody but the chat page. */
export function securityHeaders(options: {
  readonly embedOrigins: readonly string[];
  readonly https: boolean;
}): RequestHandler {
  const withFrames = (ancestors: readonly string[]) =>
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'none'"],
          scriptSrc: ["'self'"],
          styleSrc: ["'self'"],
          imgSrc: ["'self'", 'data:'],
          fontSrc: ["'self'"],
          connectSrc: ["'self'"],
          formAction: ["'self'"],
          baseUri: ["'none'"],
          frameAncestors: [...ancestors],
        },
      },
      crossOriginEmbedderPolicy: false,
      // The widget's script and fonts are fetched by the sites that embed it.
      crossOriginResourcePolicy: { policy: 'cross-origin' },
      referrerPolicy: { policy: 'no-referrer' },
      strictTransportSecurity: options.https,
      xFrameOptions: false,
    });
  const framedByNobody = withFrames(["'none'"]);
  const framedBySites = withFrames(["'self'", ...options.embedOrigins]);
  return (req, res, next) =>
    (req.path === '/chat' ? framedBySites : framedByNobody)(req, res, next);
}
