import type { Locale } from '../../shared/locale.ts';

const GAP_MS = 10 * 60_000;

/**
 * What to write above a turn about when it was said: the day and time for the first of a day,
 * the time after ten minutes of silence, else nothing. A clock that jumps back writes nothing wrong.
 */
export function whenSaid(at: string, before: string | undefined, locale: Locale): string | null {
  const now = new Date(at);
  if (Number.isNaN(now.getTime())) return null;
  const then = before === undefined ? null : new Date(before);
  const newDay = then?.toDateString() !== now.toDateString();
  if (!newDay && then && now.getTime() - then.getTime() < GAP_MS) return null;
  return now.toLocaleString(locale, {
    ...(newDay && { weekday: 'long', day: 'numeric', month: 'long' }),
    hour: 'numeric',
    minute: '2-digit',
  });
}
