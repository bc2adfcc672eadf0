import { HOLIDAY_RULE } from './helplines.ts';

const DAY_MS = 24 * 3600_000;
const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const NTH = ['first', 'second', 'third', 'fourth'];

/**
 * Whether a local calendar day is a public holiday by a country's rules.
 * @param day such as `2026-12-25`.
 */
export const isHoliday = (rules: readonly string[], day: string): boolean =>
  rules.some((rule) => dayOf(rule, Number(day.slice(0, 4))) === day);

function dayOf(rule: string, year: number): string {
  const [, fixed, fromEaster, which = '', weekday = '', month] = HOLIDAY_RULE.exec(rule) ?? [];
  if (fixed !== undefined) return `${year}-${fixed}`;
  if (fromEaster !== undefined) {
    return toDay(easterSunday(year) + Number(fromEaster) * DAY_MS);
  }
  const first = Date.UTC(year, Number(month) - 1, 1);
  const wanted = WEEKDAYS.indexOf(weekday);
  const toFirst = (wanted - new Date(first).getUTCDay() + 7) % 7;
  if (which !== 'last') return toDay(first + (toFirst + 7 * NTH.indexOf(which)) * DAY_MS);
  const last = Date.UTC(year, Number(month), 0);
  return toDay(last - ((new Date(last).getUTCDay() - wanted + 7) % 7) * DAY_MS);
}

const toDay = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** By the Gregorian rule, in the form of Meeus, Jones and Butcher; midnight UTC. */
function easterSunday(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((8 * b + 13) / 25) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 19 * l) / 433);
  const month = Math.floor((h + l - 7 * m + 90) / 25);
  const day = (h + l - 7 * m + 33 * month + 19) % 32;
  return Date.UTC(year, month - 1, day);
}
