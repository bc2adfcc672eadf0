import type { Language } from './language.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** No line break between a number and its unit. */
const GAP = '\u00a0';

/**
 * A wait as it is read at a glance, with at most two units and never rounded up: « 45 s »,
 * « 3 min », « 1 h 05 », « 2 j 4 h ».
 */
export function shortDuration(ms: number, language: Language): string {
  if (ms < MINUTE) return `${Math.floor(Math.max(0, ms) / SECOND)}${GAP}s`;
  if (ms < HOUR) return `${Math.floor(ms / MINUTE)}${GAP}min`;
  const hours = Math.floor((ms % DAY) / HOUR);
  if (ms >= DAY) {
    const days = `${Math.floor(ms / DAY)}${GAP}${language === 'fr' ? 'j' : 'd'}`;
    return hours === 0 ? days : `${days}${GAP}${hours}${GAP}h`;
  }
  const minutes = String(Math.floor((ms % HOUR) / MINUTE)).padStart(2, '0');
  return `${hours}${GAP}h${GAP}${minutes}`;
}

/** The same said in full, as a screen reader should say it: « 1 heure 5 minutes ». */
export function spokenDuration(ms: number, language: Language): string {
  const units =
    language === 'fr'
      ? { day: 'jour', hour: 'heure', minute: 'minute', second: 'seconde' }
      : { day: 'day', hour: 'hour', minute: 'minute', second: 'second' };
  const said = (count: number, unit: string) => {
    const several = language === 'fr' ? count >= 2 : count !== 1;
    return `${count} ${unit}${several ? 's' : ''}`;
  };
  if (ms < MINUTE) return said(Math.floor(Math.max(0, ms) / SECOND), units.second);
  if (ms < HOUR) return said(Math.floor(ms / MINUTE), units.minute);
  const hours = Math.floor((ms % DAY) / HOUR);
  const [big, small] =
    ms >= DAY
      ? [said(Math.floor(ms / DAY), units.day), hours && said(hours, units.hour)]
      : [
          said(hours, units.hour),
          Math.floor((ms % HOUR) / MINUTE) && said(Math.floor((ms % HOUR) / MINUTE), units.minute),
        ];
  return small ? `${big} ${small}` : big;
}
