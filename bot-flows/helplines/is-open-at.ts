import type { Hours } from './helplines.ts';
import { isHoliday } from './is-holiday.ts';

const DAY_MINUTES = 24 * 60;
type Weekly = Exclude<Hours, { open: 'always' }>;

/**
 * Whether a line is answered at a moment, in its own time zone and on its country's public
 * holidays; `null` where the source says nothing.
 */
export function isOpenAt(
  hours: Hours | null,
  holidays: readonly string[],
  at: Date,
): boolean | null {
  if (hours === null) return null;
  if ('open' in hours) return true;
  const now = localTime(hours.zone, at);
  // The day before, counted by the calendar: a night of 23 or 25 hours is one all the same.
  const before = new Date(Date.parse(`${now.day}T12:00:00Z`) - DAY_MINUTES * 60_000);
  const yesterday = before.toISOString().slice(0, 10);
  const parts = [
    { day: now.day, minutes: now.minutes },
    { day: yesterday, minutes: now.minutes + DAY_MINUTES },
  ].map(({ day, minutes }) => {
    const within = covers(hours, day, minutes);
    if (hours.holidays === 'as-usual' || !isHoliday(holidays, day)) return within;
    return within && hours.holidays === 'unknown' ? null : false;
  });
  if (parts.includes(true)) return true;
  return parts.includes(null) ? null : false;
}

const WEEK = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;

function covers({ week }: Weekly, day: string, minutes: number): boolean {
  const weekday = WEEK[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? 'sun';
  return week[weekday].some((span) => {
    const [from = '', until = ''] = span.split('-');
    const start = toMinutes(from);
    const end = toMinutes(until);
    return minutes >= start && minutes < (end > start ? end : end + DAY_MINUTES);
  });
}

function toMinutes(time: string): number {
  const [hour, minute] = time.split(':');
  return Number(hour) * 60 + Number(minute);
}

function localTime(zone: string, at: Date): { readonly day: string; readonly minutes: number } {
  const parts = Object.fromEntries(
    formatOf(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  return {
    day: `${parts.year}-${parts.month}-${parts.day}`,
    minutes: Number(parts.hour) * 60 + Number(parts.minute),
  };
}

const formats = new Map<string, Intl.DateTimeFormat>();
function formatOf(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', {
      ...{ timeZone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit' },
      ...{ hour: '2-digit', minute: '2-digit' },
    } as const);
    formats.set(timeZone, format);
  }
  return format;
}
