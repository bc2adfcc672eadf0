import { indexPhrases, type PhraseIndex } from './phrase-index.ts';
import { INTENTS, type Intent, indexOfPhrase, phraseWords, type Words } from './words.ts';

export const ANSWERS = ['unsure', 'no', 'yes'] as const;
export type Answer = (typeof ANSWERS)[number];

/** One language's words, ready to be looked up. */
export interface UsageIndex {
  readonly answers: PhraseIndex<Answer>;
  /** How answers begin. */
  readonly openings: PhraseIndex<Answer>;
  readonly wholeWishes: PhraseIndex<Intent>;
  readonly wishOpenings: PhraseIndex<Intent>;
  readonly wishesInside: PhraseIndex<Intent>;
  readonly hedges: readonly (readonly string[])[];
  isNegated(before: readonly string[]): boolean;
}

const known = new WeakMap<Words, UsageIndex>();

export function usageIndex(words: Words): UsageIndex {
  let index = known.get(words);
  if (!index) {
    index = build(words);
    known.set(words, index);
  }
  return index;
}

function build(words: Words): UsageIndex {
  const answers = (how: 'only' | 'starts') =>
    ANSWERS.flatMap((kind) => tagged(words[kind][how], kind));
  const wishes = (how: 'only' | 'starts' | 'anywhere') =>
    INTENTS.flatMap((intent) => tagged(words.intents[intent][how], intent));
  const negations = words.negations.map(phraseWords);
  return {
    answers: indexPhrases(
      ANSWERS.flatMap((kind) => [
        ...tagged(words[kind].only, kind),
        ...tagged(words[kind].starts, kind),
      ]),
    ),
    openings: indexPhrases(answers('starts')),
    wholeWishes: indexPhrases(wishes('only')),
    wishOpenings: indexPhrases(wishes('starts')),
    wishesInside: indexPhrases(wishes('anywhere')),
    hedges: words.hedges.map(phraseWords),
    isNegated: (before) => negations.some((negation) => indexOfPhrase(before, negation) >= 0),
  };
}

const tagged = <T>(phrases: readonly string[] | undefined, tag: T) =>
  (phrases ?? []).map((phrase) => [phrase, tag] as const);
