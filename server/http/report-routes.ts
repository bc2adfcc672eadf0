import type { Router } from 'express';
import type { ReportOutcome } from '../app/read-report.ts';
import { type ReportAnswer, ReportQuery } from '../protocol/http-bodies.ts';
import { type CallerLookup, guardedRouter } from './guarded-router.ts';
import { parse } from './parse.ts';
import { reportCsv } from './report-csv.ts';

export interface ReportRoutesDeps {
  readonly callers: CallerLookup;
  readReport(period: {
    from?: string | undefined;
    until?: string | undefined;
  }): Promise<ReportOutcome>;
}

const OPERATORS = ['operator', 'administrator'] as const;

/** `/api/reports`: what there is, and each report as JSON and CSV. */
export function reportRoutes(deps: ReportRoutesDeps): Router {
  const routes = guardedRouter(deps.callers);

  routes.roles(OPERATORS, 'get', '/', async (_req, res) => {
    res.json({
      reports: [{ name: 'daily', json: '/api/reports/daily', csv: '/api/reports/daily.csv' }],
    });
  });

  routes.roles(OPERATORS, 'get', '/daily{.csv}', async (req, res) => {
    const query = parse(ReportQuery, req.query, res);
    if (!query) return;
    const outcome = await deps.readReport(query);
    if (outcome.kind === 'bad-period') {
      res.status(400).json({
        error: 'invalid',
        details: [
          { field: 'until', problem: 'must not be before `from`, nor over a year after it' },
        ],
      });
      return;
    }
    const { timeZone, days } = outcome;
    if (query.format === 'csv' || req.path.endsWith('.csv')) {
      res.type('text/csv; charset=utf-8').attachment('veilleuse.csv').send(reportCsv(days));
      return;
    }
    const answer: ReportAnswer = { timeZone, days };
    res.json(answer);
  });

  return routes.router;
}
