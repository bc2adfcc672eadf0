import type { CorpusRow } from '../evaluation/corpus-rows.ts';

/** A word is known once so many messages of the corpus have it. */
const FEWEST = 3;

/** Letters with their marks; apostrophes and hyphens part words. */
export const WORD = /[\p{L}\p{M}]+/gu;

/** Whether a capital letter is to be expected here: at the start, or after the end of a sentence. */
export const beginsSentence = (before: string) =>
  /(?:^|[.!?…\n:;«"“(-])[\s«"“('’-]*$/u.test(before);

/**
 * Words that a message may keep when it is masked: those the corpus has in common writing. No
 * real person wrote the corpus, so that no word in it leads to one; what it writes with a capital
 * letter in the middle of a sentence is a name, and is left out.
 *
 * @returns in lower case.
 */
export function knownWords(rows: readonly Pick<CorpusRow, 'text'>[]): ReadonlySet<string> {
  const plain = new Map<string, number>();
  const named = new Map<string, number>();
  for (const { text } of rows) {
    const [own, names] = [new Set<string>(), new Set<string>()];
    for (const { 0: word, index } of text.matchAll(WORD)) {
      const small = word.toLowerCase();
      if (word === small) own.add(small);
      else if (isName(word) && !beginsSentence(text.slice(0, index))) names.add(small);
    }
    for (const word of own) plain.set(word, (plain.get(word) ?? 0) + 1);
    for (const word of names) named.set(word, (named.get(word) ?? 0) + 1);
  }
  const known = [...plain].filter(
    ([word, count]) => count >= FEWEST && count > (named.get(word) ?? 0),
  );
  return new Set([...known.map(([word]) => word), 'i']);
}

/** `Camille`, not `CAMILLE`, which may be any word that is shouted. */
export const isName = (word: string) => /^\p{Lu}\p{M}*\p{Ll}/u.test(word);
