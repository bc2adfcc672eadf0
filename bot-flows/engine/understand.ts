import { nearOption } from './near-option.ts';
import { nearWord } from './near-words.ts';
import { optionPhrases } from './option-phrases.ts';
import type { Question } from './question.ts';
import { ANSWERS, type Answer, usageIndex } from './usage-index.ts';
import {
  INTENTS,
  type Intent,
  indexOfPhrase,
  messageWords,
  phraseWords,
  sameWords,
  type Words,
  withoutFillers,
} from './words.ts';

export type Meaning =
  /** `whole`: the message is this answer and nothing else. */
  | { readonly kind: 'option'; readonly option: string; readonly whole: boolean }
  | { readonly kind: 'intent'; readonly intent: Intent }
  | { readonly kind: 'words' };

/** "I don't know how to go home" tells something; it is no "I don't know". */
const TELLING = new Set([
  'how',
  'what',
  'why',
  'where',
  'who',
  'comment',
  'pourquoi',
  'quoi',
  'ou',
]);
/** How many words before a phrase a negation still turns it round. */
const NEGATION_REACH = 4;
/** A bare yes or no to a question that has other options is this short. */
const LONGEST_BARE_ANSWER = 3;
/** An option's wording inside a longer message counts only up to this many words. */
const LONGEST_LOOSE_ANSWER = 7;
/** A global wish inside a longer message, other than for a person, up to this many. */
const LONGEST_LOOSE_WISH = 10;

/**
 * Reads an answer word by word, never by substrings: "no" isn't in "I know". In this order:
 * what was tapped, an option's wording, yes or no, a number, a global wish.
 */
export function understand(
  answer: { readonly text: string; readonly choice?: string },
  question: Question,
  languages: readonly Words[],
): Meaning {
  const option = (id: string, whole: boolean): Meaning => ({ kind: 'option', option: id, whole });
  const ids = question.options.map(({ id }) => id);
  if (answer.choice !== undefined && ids.includes(answer.choice))
    return option(answer.choice, true);

  const said = messageWords(answer.text, languages);
  const fillers = languages.flatMap((words) => words.fillers);
  const bare = withoutFillers(said, fillers);
  const named = namedOption(said, bare, question, languages);
  // "Am I talking to a person?" chooses nobody.
  const asksWho = !named?.whole && wishIn(said, bare, languages) === 'who';
  if (named && !asksWho) return option(named.id, named.whole);

  // "No more questions" is no "no".
  const wish = wholeWish(said, bare, languages);
  const meant =
    wish && !isWholeAnswer(bare, languages) ? undefined : yesOrNo(said, bare, languages);
  if (meant !== undefined) {
    const short = said.length <= LONGEST_BARE_ANSWER;
    if (ids.includes('yes') && ids.includes('no') && ids.includes(meant)) {
      // "No not tonight" begins with a no, and says more than that.
      return option(meant, short && isWholeAnswer(bare, languages));
    }
    const standing = short ? standsFor(meant, question) : undefined;
    if (standing !== undefined) return option(standing, true);
  }
  const numbered = ids[numberIn(bare, ids.length, languages)];
  if (numbered !== undefined) return option(numbered, true);

  const intent = wish ?? wishIn(said, bare, languages);
  if (intent) return { kind: 'intent', intent };
  const near = nearOption(bare, question, languages);
  return near === undefined ? { kind: 'words' } : option(near, false);
}

/**
 * The option whose wording the message is, or, in a short one, the longest it holds. Yes and no
 * are the message or nothing: "kind of numb" isn't "kind of".
 */
function namedOption(
  said: readonly string[],
  bare: readonly string[],
  { ask, options }: Question,
  languages: readonly Words[],
): { readonly id: string; readonly whole: boolean } | undefined {
  const phrases = options.flatMap(({ id, texts }) =>
    texts.flatMap(optionPhrases).map((words) => ({ id, words })),
  );
  const whole = phrases.find(({ words }) => sameWords(words, said) || sameWords(words, bare));
  if (whole) return { id: whole.id, whole: true };
  if (said.length > LONGEST_LOOSE_ANSWER) return undefined;
  const inside = phrases
    .filter(({ id }) => ask !== 'yes-no' || !(ANSWERS as readonly string[]).includes(id))
    .filter(({ words }) => words.length > 1 || (words[0]?.length ?? 0) > 3)
    .filter(({ words }) => isMeant(said, words, languages))
    .sort((a, b) => b.words.length - a.words.length)[0];
  return inside && { id: inside.id, whole: false };
}

/** The option that lists a plain yes or no among its synonyms. */
function standsFor(meant: 'yes' | 'no' | 'unsure', { options }: Question): string | undefined {
  if (meant === 'unsure') return undefined;
  const plain = meant === 'yes' ? ['oui', 'yes'] : ['non', 'no'];
  return options.find(({ texts }) =>
    texts
      .flatMap(optionPhrases)
      .some(([word, ...more]) => more.length === 0 && plain.includes(word ?? '')),
  )?.id;
}

/** `yes`, `no` or `unsure`; a hedged no ("no but …") is unsure, never no. */
function yesOrNo(
  said: readonly string[],
  bare: readonly string[],
  languages: readonly Words[],
): Answer | undefined {
  for (const { answers } of languages.map(usageIndex)) {
    const alone = [answers.whole(said), answers.whole(bare)];
    const kind = ANSWERS.find((one) => alone.includes(one));
    if (kind) return kind;
  }
  const beginnings = languages
    .map(usageIndex)
    .flatMap(({ openings }) =>
      [bare, said].flatMap((words) =>
        openings
          .beginning(words)
          .filter(({ tag, length }) => tag !== 'unsure' || !TELLING.has(words[length] ?? '')),
      ),
    )
    .sort((a, b) => b.length - a.length);
  const found = beginnings[0]?.tag;
  if (found === undefined || found === 'unsure') return found;
  const hedged = languages
    .flatMap((words) => usageIndex(words).hedges)
    .some((hedge) => indexOfPhrase(said, hedge) > 0);
  const opposite = beginnings.some(({ tag }) => tag !== found);
  return (hedged && found === 'no') || opposite ? 'unsure' : found;
}

/** Zero-based index of the option a bare number or ordinal names; -1 for none. */
function numberIn(bare: readonly string[], count: number, languages: readonly Words[]): number {
  for (const { ordinals, last } of languages) {
    if (last.some((phrase) => sameWords(bare, phraseWords(phrase)))) return count - 1;
    for (const [number, phrases] of Object.entries(ordinals)) {
      const index = Number(number) - 1;
      if (index < count && phrases.some((phrase) => sameWords(bare, phraseWords(phrase)))) {
        return index;
      }
    }
  }
  return -1;
}

/** The wish that the whole message is, if any. */
function wholeWish(
  said: readonly string[],
  bare: readonly string[],
  languages: readonly Words[],
): Intent | undefined {
  const found = languages
    .map(usageIndex)
    .flatMap(({ wholeWishes }) => [
      ...wholeWishes.nearlyWhole(said),
      ...wholeWishes.nearlyWhole(bare),
    ]);
  return INTENTS.find((intent) => found.includes(intent));
}

const isWholeAnswer = (bare: readonly string[], languages: readonly Words[]): boolean =>
  languages.some((words) => usageIndex(words).answers.whole(bare) !== undefined);

function wishIn(
  said: readonly string[],
  bare: readonly string[],
  languages: readonly Words[],
): Intent | undefined {
  const found = new Set<Intent>();
  for (const { wishOpenings, wishesInside } of languages.map(usageIndex)) {
    for (const { tag } of wishOpenings.beginning(bare)) found.add(tag);
    for (const { tag, at } of wishesInside.inside(said)) {
      if (!isNegated(said, at, languages)) found.add(tag);
    }
  }
  return INTENTS.find(
    (intent) => found.has(intent) && (intent === 'person' || said.length <= LONGEST_LOOSE_WISH),
  );
}

/** Whether a phrase is in the message and no negation stands just before it. */
function isMeant(
  said: readonly string[],
  phrase: readonly string[],
  languages: readonly Words[],
): boolean {
  const at = indexOfPhrase(said, phrase, nearWord);
  return at >= 0 && !isNegated(said, at, languages);
}

function isNegated(said: readonly string[], at: number, languages: readonly Words[]): boolean {
  const before = said.slice(Math.max(0, at - NEGATION_REACH), at);
  return languages.some((words) => usageIndex(words).isNegated(before));
}
