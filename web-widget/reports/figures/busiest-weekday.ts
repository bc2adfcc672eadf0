import type { Cell } from './report-day.ts';

/** Below this many days no weekday came round often enough to be called the busiest. */
const FEWEST_DAYS = 7;
/** Of fewer conversations than this no habit can be told. */
const FEWEST_COUNTED = 10;

/**
 * The weekday (0 is Sunday) with the highest average, when one stands out: nothing is said of a
 * tie, of a handful of conversations, or when hidden cells could turn it round.
 */
export function busiestWeekday(
  days: readonly { readonly day: string; readonly count: Cell }[],
): number | null {
  if (days.length < FEWEST_DAYS) return null;
  const ofWeek = Array.from({ length: 7 }, () => ({ days: 0, low: 0, high: 0 }));
  for (const { day, count } of days) {
    const sum = ofWeek[new Date(day).getUTCDay()];
    if (!sum) continue;
    sum.days += 1;
    sum.low += count ?? 1;
    sum.high += count ?? 4;
  }
  if (ofWeek.reduce((all, sum) => all + sum.low, 0) < FEWEST_COUNTED) return null;
  const low = ofWeek.map((sum) => (sum.days === 0 ? 0 : sum.low / sum.days));
  const high = ofWeek.map((sum) => (sum.days === 0 ? 0 : sum.high / sum.days));
  const best = low.indexOf(Math.max(...low));
  const standsOut = high.every((other, weekday) => weekday === best || other < (low[best] ?? 0));
  return standsOut ? best : null;
}
