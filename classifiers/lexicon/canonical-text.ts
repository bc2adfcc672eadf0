import { foldCharacters } from './fold-characters.ts';
import { type GuardedWords, guardedWords } from './guarded-words.ts';
import { partWords } from './part-words.ts';
import { unmask } from './unmask.ts';

/** How one language writes: what its apostrophe does, its short spellings, its guarded words. */
export interface Spelling {
  readonly apostrophe: 'divides' | 'joins';
  readonly spellings: Readonly<Record<string, string>>;
  readonly guarded: readonly string[];
  /** Words that add strength and no meaning, left out of the last form. */
  readonly fillers: readonly string[];
}

const PICTURE = /\p{Extended_Pictographic}/gu;

/**
 * Makes the reader of one language's rules. It gives a message in one to three canonical forms:
 * with disguises, repeated letters and short spellings undone; the same without fillers; and as
 * it was typed. A form is ` word word . word `: single spaces around every word, ` . ` where a
 * sentence ends.
 *
 * @param vocabulary words worth seeing through a disguise, beside the guarded ones.
 */
export function canonicalText(
  spelling: Spelling,
  vocabulary: ReadonlySet<string> = new Set(),
): (text: string) => readonly string[] {
  const guarded = guardedWords(spelling.guarded);
  const part = partWords(vocabulary, guarded);
  const spellings = new Map(
    Object.entries(spelling.spellings).map(([short, full]) => [foldCharacters(short), full]),
  );

  const fillers = new Set(spelling.fillers);

  return (text) => {
    const folded = foldCharacters(text);
    const typed = inWords(folded, spelling.apostrophe);
    const undone = inWords(unmask(folded, guarded, vocabulary), spelling.apostrophe);
    const mended = mendWords(undone, spellings, guarded, part);
    const bare = mended
      .split(' ')
      .filter((word) => !fillers.has(word))
      .join(' ');
    return [...new Set([mended, bare, typed])];
  };
}

function inWords(folded: string, apostrophe: Spelling['apostrophe']): string {
  const words = folded
    .replaceAll("'", apostrophe === 'divides' ? ' ' : '')
    .replace(/…|\.{2,}/g, ' ')
    .replace(/[.!?;\n]+/g, ' . ')
    .replace(PICTURE, ' $& ')
    .replace(/[^\p{L}\p{N}\p{Extended_Pictographic}.]+/gu, ' ')
    .trim();
  return ` ${words} `.replace(/ (?:\. ){2,}/g, ' . ').replace(/ \. $/, ' ');
}

function mendWords(
  text: string,
  spellings: ReadonlyMap<string, string>,
  guarded: GuardedWords,
  part: (run: string) => string | null,
): string {
  const mend = (typed: string) => {
    const word = typed.replace(/([a-z])\1{2,}/g, '$1');
    const known = spellings.get(typed) ?? spellings.get(word) ?? guarded.trace(typed);
    return known ?? part(word) ?? word;
  };
  const words = text.trim().split(' ').map(mend);
  for (let at = 0; at + 1 < words.length; at++) {
    const both = `${words[at]}${words[at + 1]}`;
    if (both.length >= 6 && guarded.has(both)) words.splice(at, 2, both);
  }
  return ` ${words.join(' ')} `;
}
