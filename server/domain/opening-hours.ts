import type { OpeningHours } from './site.ts';

const WEEK = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const DAY_MINUTES = 24 * 60;

/** Whether the people of a site answer at a moment, in the site's own time zone. */
export function isOpen(hours: OpeningHours, timeZone: string, at: Date): boolean {
  const today = localTime(timeZone, at);
  if (covers(hours, today.day, today.weekday, today.minutes)) return true;
  // A span that began yesterday may pass midnight.
  const yesterday = localTime(timeZone, new Date(at.getTime() - DAY_MINUTES * 60_000));
  return covers(hours, yesterday.day, yesterday.weekday, today.minutes + DAY_MINUTES);
}

export type OpeningState = 'open' | 'closed' | 'holiday';

/** As `isOpen`, telling a holiday from any other closed hour. */
export function openingNow(hours: OpeningHours, timeZone: string, at: Date): OpeningState {
  if (isOpen(hours, timeZone, at)) return 'open';
  return hours.holidays.includes(localDay(timeZone, at)) ? 'holiday' : 'closed';
}

/** The local calendar day of a moment, such as `2026-11-24`. */
export function localDay(timeZone: string, at: Date): string {
  return localTime(timeZone, at).day;
}

function covers(hours: OpeningHours, day: string, weekday: string, minutes: number): boolean {
  if (hours.holidays.includes(day)) return false;
  return (hours.week[weekday] ?? []).some((span) => {
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

function localTime(timeZone: string, at: Date) {
  const parts = Object.fromEntries(
    formatOf(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  const day = `${parts.year}-${parts.month}-${parts.day}`;
  return {
    day,
    weekday: WEEK[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? 'sun',
    minutes: Number(parts.hour) * 60 + Number(parts.minute),
  };
}

const formats = new Map<string, Intl.DateTimeFormat>();
function formatOf(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    });
    formats.set(timeZone, format);
  }
  return format;
}
