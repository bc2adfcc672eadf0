import { Router } from 'express';

export interface HealthRoutesDeps {
  /** What keeps us from being ready, a line a reason, for an operator; empty when nothing does. */
  notReady(): Promise<readonly string[]>;
  readonly metrics: { readonly contentType: string; expose(): Promise<string> };
}

/** `/healthz`, `/readyz`, `/metrics` */
export function healthRoutes({ notReady, metrics }: HealthRoutesDeps): Router {
  const router = Router();
  router.get('/healthz', (_req, res) => {
    res.json({ status: 'alive' });
  });
  router.get('/readyz', async (_req, res) => {
    const reasons = await notReady();
    res.status(reasons.length === 0 ? 200 : 503).json({ ready: reasons.length === 0, reasons });
  });
  router.get('/metrics', async (_req, res) => {
    res.type(metrics.contentType).send(await metrics.expose());
  });
  return router;
}
