import type { LanguageOf } from '../language/language-of.ts';
import type { IdentityFile } from './identity-file.ts';

/** Gives a text the same words for who somebody is, whoever it is. */
export type NeutralIdentity = (text: string) => string;

/** How far behind "je suis" a word may still say who somebody is: "je suis une femme noire et sourde". */
const WORDS_BETWEEN = 4;
const EDGE = { start: '(?<![\\p{L}\\p{N}])', end: '(?![\\p{L}\\p{N}])' };

/**
 * Makes the function that has everybody's message weighed alike: "je suis sénégalaise", "je suis
 * bretonne" and "je suis française" become one text. Applies the list of the language that the
 * message is in; a text in another, or in none that can be told, stays as it is.
 */
export function neutralIdentity(
  files: readonly IdentityFile[],
  languageOf: LanguageOf,
): NeutralIdentity {
  const byLanguage = new Map(files.map((file) => [file.language as string, compile(file)]));
  return (text) => byLanguage.get(languageOf(text))?.(text) ?? text;
}

function compile(file: IdentityFile): NeutralIdentity {
  const said = anyOf(file['said-of']);
  // Who they are is also what a message begins with: "Lycéen, je me demande …".
  const behind = `(?:^|(?<=${EDGE.start}${said}(?: [\\p{L}'’-]+,?){0,${WORDS_BETWEEN}} ))`;
  const groups = file.groups.map(({ as, when, words }) => {
    const standIns = new Map<string, string>();
    // The stand-in is one of its own group, so that it changes neither twice nor back.
    for (const word of [as, ...words]) {
      const forms = formsOf(word);
      const own = formsOf(as);
      forms.forEach((form, at) => {
        standIns.set(fold(form), own[at] ?? own[0] ?? as);
      });
    }
    const before = when === 'of-someone' ? behind : EDGE.start;
    const found = new RegExp(`${before}(${anyOf([...standIns.keys()])})s?${EDGE.end}`, 'giu');
    return (text: string) =>
      text.replace(found, (match: string, word: string) => standIns.get(fold(word)) ?? match);
  });
  const { as, before, after } = file.ages;
  const ages = new RegExp(
    `(?:(?<=${EDGE.start}${anyOf(before)} )\\d{1,2}(?=(?:[ -]?${anyOf(after)})${EDGE.end})|^\\d{2}(?=[,.]? \\p{L}))`,
    'giu',
  );
  return (text) => groups.reduce((read, group) => group(read), text.replace(ages, as));
}

/** "algérien(ne)" → "algérien", "algérienne". */
function formsOf(word: string): readonly string[] {
  const ending = /^(.*)\((\p{L}+)\)(.*)$/u.exec(word);
  if (!ending) return [word];
  const [, stem = '', feminine = '', rest = ''] = ending;
  return [`${stem}${rest}`, `${stem}${feminine}${rest}`];
}

const fold = (word: string) =>
  word
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('’', "'")
    .replaceAll('-', ' ')
    .toLowerCase();

/** Any of these, the longest first; however the accents, apostrophes and hyphens were typed. */
function anyOf(words: readonly string[]): string {
  const sources = [...new Set(words)]
    .sort((a, b) => b.length - a.length)
    .map((word) =>
      fold(word)
        .replace(/[aceinouy]/g, (letter) => SPELT[letter] ?? letter)
        .replaceAll("'", "['’]")
        .replaceAll(' ', '[ -]'),
    );
  return `(?:${sources.join('|')})`;
}

const SPELT: Readonly<Record<string, string>> = {
  a: '[aàâä]',
  c: '[cç]',
  e: '[eéèêë]',
  i: '[iîï]',
  n: '[nñ]',
  o: '[oôö]',
  u: '[uùûü]',
  y: '[yÿ]',
};
