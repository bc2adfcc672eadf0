/** Days are `2026-11-24`, both ends included. */
export interface Period {
  readonly from: string;
  readonly until: string;
}

export const PERIOD_LENGTHS = [7, 30, 90] as const;
/** The longest period that a page can still show. */
export const LONGEST_PERIOD_DAYS = 366;

const DAY_MS = 86_400_000;

/** The last so many days, today included. */
export function lastDays(count: number, today: string): Period {
  return { from: dayAfter(today, 1 - count), until: today };
}

export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}

export function lengthInDays({ from, until }: Period): number {
  return Math.round((Date.parse(until) - Date.parse(from)) / DAY_MS) + 1;
}

/** The day it is for this browser. */
export function localDay(now: Date): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

export type PeriodProblem = 'incomplete' | 'reversed' | 'too-long';

/** What is wrong with a period, if anything. */
export function problemOfPeriod(period: Period): PeriodProblem | null {
  if (!isDay(period.from) || !isDay(period.until)) return 'incomplete';
  if (period.from > period.until) return 'reversed';
  return lengthInDays(period) > LONGEST_PERIOD_DAYS ? 'too-long' : null;
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
}
