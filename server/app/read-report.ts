import { localDay } from '../domain/opening-hours.ts';
import { type ReportDay, reportByDay } from '../domain/report.ts';
import type { Site } from '../domain/site.ts';
import type { Clock } from '../ports/clock.ts';
import type { ReportStore } from '../ports/report-store.ts';

const DAY_MS = 24 * 3600_000;
/** The longest period one report covers. */
export const LONGEST_DAYS = 366;

export type ReportOutcome =
  | { readonly kind: 'report'; readonly timeZone: string; readonly days: readonly ReportDay[] }
  /** The period ends before it begins, or is longer than {@link LONGEST_DAYS}. */
  | { readonly kind: 'bad-period' };

/** What happened by day in the site's time zone, both days included; by default the last 30 days. */
export async function readReport(
  {
    reports,
    site,
    clock,
  }: { readonly reports: ReportStore; readonly site: Site; readonly clock: Clock },
  period: { readonly from?: string | undefined; readonly until?: string | undefined },
): Promise<ReportOutcome> {
  const dayOf = (at: Date) => localDay(site.timeZone, at);
  const until = period.until ?? dayOf(clock.now());
  const from = period.from ?? dayAfter(until, -29);
  const days: string[] = [];
  for (let day = from; day <= until && days.length <= LONGEST_DAYS; day = dayAfter(day, 1)) {
    days.push(day);
  }
  if (days.length === 0 || days.length > LONGEST_DAYS) return { kind: 'bad-period' };
  // A local day begins at most 14 hours before and ends at most 12 hours after the same UTC day.
  const facts = await reports.facts(
    new Date(Date.parse(`${from}T00:00:00Z`) - DAY_MS),
    new Date(Date.parse(`${until}T00:00:00Z`) + 2 * DAY_MS),
  );
  return { kind: 'report', timeZone: site.timeZone, days: reportByDay(facts, days, dayOf) };
}

function dayAfter(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * DAY_MS).toISOString().slice(0, 10);
}
