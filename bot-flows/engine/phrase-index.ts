import { nearWord } from './near-words.ts';
import { phraseWords, startsWith } from './words.ts';

interface Entry<T> {
  readonly words: readonly string[];
  readonly tag: T;
}

/** Many phrases, found in a message without trying each of them. */
export interface PhraseIndex<T> {
  /** What the whole message is called by. */
  whole(words: readonly string[]): T | undefined;
  /** As `whole`, but for slips of the finger. */
  nearlyWhole(words: readonly string[]): readonly T[];
  /** Phrases the message begins with, with how long each is. */
  beginning(words: readonly string[]): readonly { readonly tag: T; readonly length: number }[];
  /** Phrases somewhere in the message, but for slips of the finger, with where they begin. */
  inside(words: readonly string[]): readonly { readonly tag: T; readonly at: number }[];
}

/** @param phrases the first of two equal ones counts. */
export function indexPhrases<T>(phrases: readonly (readonly [string, T])[]): PhraseIndex<T> {
  const exact = new Map<string, T>();
  const byWord = new Map<string, Entry<T>[]>();
  // Slips leave the first letter alone.
  const byLetter = new Map<string, Entry<T>[]>();
  for (const [phrase, tag] of phrases) {
    const words = phraseWords(phrase);
    const whole = words.join(' ');
    if (!exact.has(whole)) exact.set(whole, tag);
    const [first] = words;
    // "?" and "…" hold no word.
    if (first === undefined) continue;
    push(byWord, first, { words, tag });
    push(byLetter, first[0] ?? '', { words, tag });
  }
  const near = (words: readonly string[], at: number) =>
    (byLetter.get(words[at]?.[0] ?? '') ?? []).filter((entry) =>
      entry.words.every((word, index) => nearWord(words[at + index] ?? '', word)),
    );
  return {
    whole: (words) => exact.get(words.join(' ')),
    nearlyWhole: (words) =>
      near(words, 0)
        .filter((entry) => entry.words.length === words.length)
        .map(({ tag }) => tag),
    beginning: (words) =>
      (byWord.get(words[0] ?? '') ?? [])
        .filter((entry) => startsWith(words, entry.words))
        .map((entry) => ({ tag: entry.tag, length: entry.words.length })),
    inside: (words) => words.flatMap((_, at) => near(words, at).map(({ tag }) => ({ tag, at }))),
  };
}

function push<T>(map: Map<string, Entry<T>[]>, key: string, entry: Entry<T>): void {
  const list = map.get(key);
  if (list) list.push(entry);
  else map.set(key, [entry]);
}
