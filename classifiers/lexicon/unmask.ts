import { foldCharacters } from './fold-characters.ts';
import type { GuardedWords } from './guarded-words.ts';

const LEET: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
  '|': 'l',
  '€': 'e',
  '+': 't',
};
const STAND_IN = /[013457@$!|€+]/g;
/** Letters one by one: `s u i c i d e`, `t-u-e-r`. Bounded, so that it stays linear. */
const SPELT_OUT = /(?<![a-z0-9])(?:[a-z0-9@$!][ .\-_*,·/|]{1,2}){2,60}[a-z0-9@$!](?![a-z0-9])/g;
/** Three letters apart are more often "y a t" than a word. */
const SHORTEST_SPELT_OUT = 4;

/** Whether a text holds a word typed letter by letter: `s u i c i d e`. */
export function isSpeltOut(text: string): boolean {
  const runs = foldCharacters(text).match(SPELT_OUT) ?? [];
  return runs.some((run) => run.replace(/[^a-z0-9@$!]/g, '').length >= SHORTEST_SPELT_OUT);
}

/**
 * Undoes what is done to a word so that a filter won't see it: letters spelt out one by one,
 * digits and signs for letters, letters starred out, words cut with hyphens.
 *
 * @param folded text from `foldCharacters`.
 * @param vocabulary words that digits stand in for, however short: `n0` is "no".
 */
export function unmask(
  folded: string,
  guarded: GuardedWords,
  vocabulary: ReadonlySet<string> = new Set(),
): string {
  const joined = /[a-z0-9@$!][ .\-_*,·/|]{1,2}[a-z0-9@$!](?![a-z0-9])/.test(folded)
    ? folded.replace(SPELT_OUT, (run) => joinLetters(run, guarded))
    : folded;
  if (!/[0-9@$|€+*#!\-_]/.test(joined)) return joined;
  return joined.replace(/[^ \n]+/g, (chunk) => unmaskWord(chunk, guarded, vocabulary));
}

function joinLetters(run: string, guarded: GuardedWords): string {
  if (/[^ a-z0-9@$!]/.test(run)) {
    return run
      .split(' ')
      .map((word) => word.replace(/[^a-z0-9@$!]/g, ''))
      .join(' ');
  }
  if (run.includes('  ')) return run.replace(/ (?! )/g, '').replace(/ +/g, ' ');
  const word = run.replaceAll(' ', '');
  return word.length < SHORTEST_SPELT_OUT ? run : guarded.part(word);
}

function unmaskWord(chunk: string, guarded: GuardedWords, vocabulary: ReadonlySet<string>): string {
  const word = chunk.replace(/^[^a-z0-9@$!€]+|[^a-z0-9@$*€]+$/g, '');
  if (word.length < 2 || word.length > 40 || !/[a-z]/.test(word)) return chunk;
  const put = (found: string) => chunk.replace(word, () => found);
  if (word.includes('-') || word.includes('_')) {
    const whole = word.replace(/[-_]/g, '');
    if (guarded.has(whole)) return put(whole);
  }
  const plain = word.replace(STAND_IN, (sign) => LEET[sign] ?? sign);
  if (plain !== word) {
    const withL = word.replaceAll('1', 'l').replace(STAND_IN, (sign) => LEET[sign] ?? sign);
    for (const candidate of [plain, withL]) {
      const found = /^[a-z]+$/.test(candidate) && guarded.trace(candidate);
      if (found) return put(found);
      if (vocabulary.has(candidate)) return put(candidate);
    }
    if (/[a-z][013457@$!|€+]+[a-z]/.test(word) && /^[a-z'-]+$/.test(plain)) return put(plain);
  }
  if (/^[a-z]+[*#][a-z*#]*$/.test(word)) {
    const found = guarded.fill(word);
    if (found) return put(found);
  }
  return chunk;
}
