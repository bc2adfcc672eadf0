import { likeness, nearWord } from './near-words.ts';
import { optionPhrases } from './option-phrases.ts';
import type { Question } from './question.ts';
import { usageIndex } from './usage-index.ts';
import type { Words } from './words.ts';

/** A whole message that is so much like an option's wording is that wording, mistyped. */
const ALIKE = 0.75;
/** … if no other option comes as close as this. */
const APART = 0.12;
/** A shorter text is like too many others. */
const SHORTEST_TEXT = 5;
/** Longer messages tell something; they don't choose. */
const LONGEST_CHOICE = 12;
/** Words so short are in every sentence: of, that, pour. */
const SHORTEST_MEANT_WORD = 4;
/** Endings after so many letters are the same word: changer, change. */
const STEM = 5;

/**
 * The option a message comes nearest to, when nothing in it is an option's wording: mistyped, or
 * with all the words that matter in it. None when two come near, or when more than a slip or two
 * is in it at a question where own words count, or a yes.
 */
export function nearOption(
  said: readonly string[],
  { ask, options }: Question,
  languages: readonly Words[],
): string | undefined {
  if (said.length === 0 || said.length > LONGEST_CHOICE) return undefined;
  const phrases = options.map(({ id, texts }) => ({
    id,
    wordings: texts.flatMap(optionPhrases),
  }));
  const typed = mistyped(said.join(' '), phrases);
  if (typed !== undefined || ask !== 'choice') return typed;
  const negated = languages.some((words) => usageIndex(words).isNegated(said));
  if (negated) return undefined;
  const meant = phrases.filter(({ wordings }) => wordings.some((words) => holdsAll(said, words)));
  return meant.length === 1 ? meant[0]?.id : undefined;
}

interface Phrases {
  readonly id: string;
  readonly wordings: readonly (readonly string[])[];
}

function mistyped(text: string, phrases: readonly Phrases[]): string | undefined {
  if (text.length < SHORTEST_TEXT) return undefined;
  const ranked = phrases
    .map(({ id, wordings }) => ({
      id,
      likeness: Math.max(0, ...wordings.map((words) => likenessTo(text, words.join(' ')))),
    }))
    .sort((a, b) => b.likeness - a.likeness);
  const [first, second] = ranked;
  const clear = (first?.likeness ?? 0) - (second?.likeness ?? 0) >= APART;
  return first && first.likeness >= ALIKE && clear ? first.id : undefined;
}

/** Lengths too far apart can't be close enough to count, and needn't be compared. */
function likenessTo(text: string, wording: string): number {
  const most = Math.min(text.length, wording.length) / Math.max(text.length, wording.length, 1);
  return most < ALIKE - APART ? 0 : likeness(text, wording);
}

/** Whether every word that matters of a wording is in the message, in any order and ending. */
function holdsAll(said: readonly string[], wording: readonly string[]): boolean {
  const meant = wording.filter((word) => word.length >= SHORTEST_MEANT_WORD);
  return meant.length > 1 && meant.every((word) => said.some((one) => sameStem(one, word)));
}

const sameStem = (a: string, b: string): boolean =>
  nearWord(a, b) || (Math.min(a.length, b.length) >= STEM && a.slice(0, STEM) === b.slice(0, STEM));
