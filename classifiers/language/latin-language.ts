import type { LetterGroups } from './eld-languages.ts';
import { TELLING_LETTERS } from './telling-letters.ts';
import { TELLING_WORDS } from './telling-words.ts';

/** Of a text with so many words, more is asked, and letter groups alone are believed. */
const LONG = 8;
/** How far letter groups stand above both of ours where words speak for them too, and where none do. */
const AHEAD = 0.1;
const FAR_AHEAD = 0.2;
/** Text messages of ours write so: "l8r", "2m1". */
const TEXTING = /\p{L}\d|\d\p{L}/u;
/** The detector takes the French Creoles and text-message French for these. */
const MISTAKEN = new Set(['yo', 'ca', 'eu', 'tl', 'ms', 'sl', 'sq']);

/** One word as it was typed, and folded. */
export interface TypedWord {
  readonly typed: string;
  readonly folded: string;
}

/**
 * The language of a text in Latin letters that is neither French nor English, or null in doubt.
 *
 * @param ours how many of the words are small ones of French, or of English, whichever are more.
 */
export function latinLanguage(
  text: string,
  words: readonly TypedWord[],
  ours: number,
  groups: (text: string) => LetterGroups | null,
): string | null {
  const seen = LANGUAGES.map((language) => evidence(language, words)).toSorted(
    (a, b) => b.told - a.told || b.kinds - a.kinds,
  );
  const { told, kinds } = seen[0] ?? { told: 0, kinds: 0 };
  const alike = seen.filter((one) => one.told === told).map(({ language }) => language);
  const enough = words.length > LONG ? 3 : 2;
  const byWords = kinds >= enough && told > ours && told / words.length >= 0.3;
  if (byWords && alike.length === 1) return alike[0] ?? null;

  const foreign = words.length >= LONG && ours <= words.length / 10;
  if (kinds === 0 && !foreign) return null;
  const found = groups(text);
  const agrees = found !== null && alike.includes(found.language);
  if (byWords) return agrees ? found.language : (alike[0] ?? null);
  if (!found?.sure || found.language === 'fr' || found.language === 'en') return null;
  const likely = agrees && found.ahead >= AHEAD;
  const alone = kinds === 1 && ours === 0 && !words.some(({ typed }) => TEXTING.test(typed));
  if (likely && (kinds >= 2 || alone)) return found.language;
  const far = foreign && found.ahead >= FAR_AHEAD;
  return far && !MISTAKEN.has(found.language) ? found.language : null;
}

const LANGUAGES = [...new Set([...Object.keys(TELLING_WORDS), ...Object.keys(TELLING_LETTERS)])];

/** How many words speak for a language, and how many different ones. */
function evidence(language: string, words: readonly TypedWord[]) {
  const telling = TELLING_WORDS[language];
  const letters = TELLING_LETTERS[language];
  const told = words.filter(
    ({ typed, folded }) => telling?.has(folded) || letters?.test(typed) || false,
  );
  return { language, told: told.length, kinds: new Set(told.map(({ folded }) => folded)).size };
}
