import { z } from 'zod';

const Phrases = z.array(z.string().trim().min(1));
/** `only`: the whole message; `starts`: how it begins; `anywhere`: somewhere in it. */
const Usage = z.strictObject({
  only: Phrases.optional(),
  starts: Phrases.optional(),
  anywhere: Phrases.optional(),
});
export type Usage = z.infer<typeof Usage>;

/** Wishes that are understood at every step. */
export const INTENTS = [
  'person',
  'bye',
  'stop',
  'numbers',
  'again',
  'back',
  'who',
  'why',
  'privacy',
  'language',
] as const;
export type Intent = (typeof INTENTS)[number];

/** How people say yes, no, numbers and the wishes of `INTENTS` in one language. */
export const Words = z.strictObject({
  yes: Usage,
  no: Usage,
  unsure: Usage,
  /** Turns a beginning "no" into "unsure": no but … */
  hedges: Phrases,
  /** A phrase after one of these isn't meant: I don't want to talk to a person. */
  negations: Phrases,
  /** Left aside at both ends of a message: um, well, please. */
  fillers: Phrases,
  /** How words are typed in a hurry, and what they stand for: `dont: don't`. */
  spellings: z.record(z.string(), z.string().trim().min(1)).default({}),
  ordinals: z.record(z.string(), Phrases),
  last: Phrases,
  /**
   * What a message is about, by name: `word*` takes any ending, `...` a few words in between.
   * Flows name these beside the classifier's signals.
   */
  signals: z.record(z.string().regex(/^[a-z][a-z0-9-]*$/), Usage),
  intents: z.strictObject(
    Object.fromEntries(INTENTS.map((intent) => [intent, Usage])) as Record<Intent, typeof Usage>,
  ),
});
export type Words = z.infer<typeof Words>;

/**
 * A message as words to compare: no capitals, accents, punctuation; letters held down
 * ("nooooo") once; emoji are words.
 */
export function toWords(text: string): readonly string[] {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replace(/(\p{L})\1{2,}/gu, '$1');
  return plain.match(/[\p{L}\p{N}]+|\p{Extended_Pictographic}/gu) ?? [];
}

/** The last message, which is looked at from several sides. */
let last: { text: string; languages: readonly Words[]; words: readonly string[] } | undefined;

/** The words of a person's message, with what was typed in a hurry written out. */
export function messageWords(text: string, languages: readonly Words[]): readonly string[] {
  const isSame = last?.text === text && sameLanguages(languages, last.languages);
  if (!isSame || !last) last = { text, languages, words: wordsOf(text, languages) };
  return last.words;
}

const sameLanguages = (a: readonly Words[], b: readonly Words[]) =>
  a.length === b.length && a.every((one, index) => one === b[index]);

function wordsOf(text: string, languages: readonly Words[]): readonly string[] {
  return toWords(text).flatMap((word) => {
    const full = languages.find(({ spellings }) => Object.hasOwn(spellings, word))?.spellings[word];
    return full === undefined ? [word] : phraseWords(full);
  });
}

const cache = new Map<string, readonly string[]>();
/** `toWords` for authored phrases, remembered. */
export function phraseWords(phrase: string): readonly string[] {
  let words = cache.get(phrase);
  if (!words) {
    words = toWords(phrase);
    cache.set(phrase, words);
  }
  return words;
}

export const sameWords = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((word, index) => word === b[index]);

export const startsWith = (words: readonly string[], phrase: readonly string[]): boolean =>
  phrase.length > 0 && words.length >= phrase.length && phrase.every((w, i) => w === words[i]);

/**
 * Where a phrase begins in a message, word by word; -1 when it isn't there.
 * @param same when two words count as one, e.g. `nearWord`.
 */
export function indexOfPhrase(
  words: readonly string[],
  phrase: readonly string[],
  same: (said: string, meant: string) => boolean = (said, meant) => said === meant,
): number {
  if (phrase.length === 0) return -1;
  for (let at = 0; at + phrase.length <= words.length; at++) {
    if (phrase.every((word, index) => same(words[at + index] ?? '', word))) return at;
  }
  return -1;
}

/** Takes fillers off both ends, never the whole message. */
export function withoutFillers(
  words: readonly string[],
  fillers: readonly string[],
): readonly string[] {
  const asWords = fillers.map(phraseWords);
  let rest = words;
  for (let before = -1; before !== rest.length; ) {
    before = rest.length;
    for (const filler of asWords) {
      if (rest.length <= filler.length) continue;
      if (startsWith(rest, filler)) rest = rest.slice(filler.length);
      if (rest.length <= filler.length) continue;
      const end = rest.slice(-filler.length);
      if (sameWords(end, filler)) rest = rest.slice(0, -filler.length);
    }
  }
  return rest;
}
