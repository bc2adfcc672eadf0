import type { Language } from '../engine/languages.ts';

const NARROW = '\u202f';
const NO_BREAK = '\u00a0';

/** What stands in brackets may be for who reads the other language. */
const IN_BRACKETS = /(\([^)]*\))/;

/**
 * Signs and spaces as printers set them, in place of those that keyboards have: no-break spaces,
 * ’ for ', quotation marks, an ellipsis. No word is changed, and nothing in brackets.
 */
export const tidyText = (text: string, language: Language): string =>
  text
    .trim()
    .split(IN_BRACKETS)
    .map((part, index) => (index % 2 === 1 ? part : tidyPart(part, language)))
    .join('');

function tidyPart(part: string, language: Language): string {
  const spaced = part
    .replace(/\.\.\./g, '…')
    .replace(/(?<=\p{L})'(?=\p{L})/gu, '’')
    .replace(/"([^"]*)"/g, language === 'fr' ? '«$1»' : '“$1”');
  return language === 'fr' ? inFrench(spaced) : inEnglish(spaced);
}

const inFrench = (text: string): string =>
  text
    .replace(/[ \u00a0\u202f]*([;?!])/g, `${NARROW}$1`)
    // Not in an hour such as 20:30.
    .replace(/[ \u00a0\u202f]*:(?=\s|$)/g, `${NO_BREAK}:`)
    .replace(/«[ \u00a0\u202f]*/g, `«${NO_BREAK}`)
    .replace(/[ \u00a0\u202f]*»/g, `${NO_BREAK}»`)
    .replace(/ {2,}/g, ' ');

const inEnglish = (text: string): string =>
  text
    .replace(/[\u00a0\u202f]/g, ' ')
    .replace(/ +(?=[;:?!])/g, '')
    .replace(/ {2,}/g, ' ');
