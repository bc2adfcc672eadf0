import type { Helpline, Hours } from './helplines.ts';

type Language = 'fr' | 'en';
const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

const NAMES: Record<Language, Record<string, string>> = {
  fr: { fr: 'en français', en: 'en anglais', nl: 'en néerlandais', de: 'en allemand' },
  en: { fr: 'in French', en: 'in English', nl: 'in Dutch', de: 'in German' },
};
const WORDS = {
  fr: { free: 'gratuit', always: 'jour et nuit', closed: 'Fermé en ce moment.' },
  en: { free: 'free', always: 'day and night', closed: 'Closed at the moment.' },
} as const;

/**
 * What a line is, in a sentence or two: what it is for, what it costs, its language when it isn't
 * the reader's, its hours, and that it is closed now. Only what the source says.
 *
 * @param open whether somebody answers now; `null` when that isn't known.
 */
export function lineAbout(line: Helpline, language: Language, open: boolean | null): string {
  const words = WORDS[language];
  const foreign = line.languages.length > 0 && !line.languages.includes(language);
  const details = [
    // Nobody has to be told that an emergency number costs nothing and never closes.
    ...(line.emergency ? [] : [line.cost === 'free' ? words.free : undefined]),
    foreign ? NAMES[language][line.languages[0] ?? ''] : undefined,
    ...(line.emergency ? [] : [hoursOf(line.hours, language)]),
  ].filter((detail) => detail !== undefined);
  const sentence = details.join(', ');
  return [
    line.about[language],
    ...(sentence ? [asSentence(sentence)] : []),
    ...(open === false ? [words.closed] : []),
  ].join(' ');
}

/** With a capital and one full stop, also after "p.m.". */
const asSentence = (text: string): string =>
  `${text.charAt(0).toUpperCase()}${text.slice(1)}${text.endsWith('.') ? '' : '.'}`;

function hoursOf(hours: Hours | null, language: Language): string | undefined {
  if (hours === null) return undefined;
  if ('open' in hours) return WORDS[language].always;
  const [span, ...others] = new Set(DAYS.flatMap((day) => hours.week[day]));
  // Hours that change from day to day don't fit into a bubble; "closed" is said all the same.
  if (span === undefined || others.length > 0) return undefined;
  const [from = '', until = ''] = span.split('-');
  return language === 'fr'
    ? `de ${frenchTime(from)} à ${frenchTime(until)}`
    : `${englishTime(from)} to ${englishTime(until)}`;
}

function frenchTime(time: string): string {
  const [hour = '', minute = ''] = time.split(':');
  return `${Number(hour)}\u00a0h${minute === '00' ? '' : `\u00a0${minute}`}`;
}

function englishTime(time: string): string {
  const [hour = '', minute = ''] = time.split(':');
  const of12 = Number(hour) % 12 || 12;
  const half = Number(hour) % 24 < 12 ? 'a.m.' : 'p.m.';
  return `${of12}${minute === '00' ? '' : `:${minute}`} ${half}`;
}
