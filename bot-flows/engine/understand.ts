import { type Option, optionWords } from './texts.ts';
import {
  INTENTS,
  type Intent,
  indexOfPhrase,
  messageWords,
  phraseWords,
  sameWords,
  startsWith,
  type Usage,
  type Words,
  withoutFillers,
} from './words.ts';

export type Meaning =
  /** `whole`: the message is this answer and nothing else. */
  | { readonly kind: 'option'; readonly option: string; readonly whole: boolean }
  | { readonly kind: 'intent'; readonly intent: Intent }
  | { readonly kind: 'words' };

export interface Question {
  readonly ask: 'yes-no' | 'choice' | 'open';
  /** In the order in which they are shown, in every language at hand. */
  readonly options: readonly { readonly id: string; readonly texts: readonly Option[] }[];
}

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
  if (named) return option(named.id, named.whole);

  const meant = yesOrNo(said, bare, languages);
  if (meant !== undefined) {
    const short = said.length <= LONGEST_BARE_ANSWER;
    if (ids.includes('yes') && ids.includes('no') && ids.includes(meant)) {
      return option(meant, short);
    }
    const standing = short ? standsFor(meant, question) : undefined;
    if (standing !== undefined) return option(standing, true);
  }
  const numbered = ids[numberIn(bare, ids.length, languages)];
  if (numbered !== undefined) return option(numbered, true);

  const intent = wishIn(said, bare, languages);
  return intent ? { kind: 'intent', intent } : { kind: 'words' };
}

/** The option whose wording the message is, or, in a short one, the longest it holds. */
function namedOption(
  said: readonly string[],
  bare: readonly string[],
  { options }: Question,
  languages: readonly Words[],
): { readonly id: string; readonly whole: boolean } | undefined {
  const phrases = options.flatMap(({ id, texts }) =>
    texts.flatMap(optionWords).map((phrase) => ({ id, words: phraseWords(phrase) })),
  );
  const whole = phrases.find(({ words }) => sameWords(words, said) || sameWords(words, bare));
  if (whole) return { id: whole.id, whole: true };
  if (said.length > LONGEST_LOOSE_ANSWER) return undefined;
  const inside = phrases
    .filter(({ words }) => words.length > 1 || (words[0]?.length ?? 0) > 3)
    .filter(({ words }) => isMeant(said, words, languages))
    .sort((a, b) => b.words.length - a.words.length)[0];
  return inside && { id: inside.id, whole: false };
}

/** The option that lists a plain yes or no among its synonyms. */
function standsFor(meant: 'yes' | 'no' | 'unsure', { options }: Question): string | undefined {
  if (meant === 'unsure') return undefined;
  const plain = meant === 'yes' ? ['oui', 'yes'] : ['non', 'no'];
  return options.find(({ texts }) => texts.flatMap(optionWords).some((w) => plain.includes(w)))?.id;
}

/** `yes`, `no` or `unsure`; a hedged no ("no but …") is unsure, never no. */
function yesOrNo(
  said: readonly string[],
  bare: readonly string[],
  languages: readonly Words[],
): 'yes' | 'no' | 'unsure' | undefined {
  const kinds = ['unsure', 'no', 'yes'] as const;
  for (const words of languages) {
    for (const kind of kinds) {
      const alone = (words[kind].only ?? []).concat(words[kind].starts ?? []);
      if (alone.some((phrase) => [said, bare].some((w) => sameWords(w, phraseWords(phrase))))) {
        return kind;
      }
    }
  }
  const beginnings = languages
    .flatMap((words) =>
      kinds.flatMap((kind) =>
        (words[kind].starts ?? []).map((phrase) => ({ kind, words: phraseWords(phrase) })),
      ),
    )
    .filter(({ words }) => startsWith(bare, words) || startsWith(said, words))
    .sort((a, b) => b.words.length - a.words.length);
  const found = beginnings[0]?.kind;
  if (found === undefined || found === 'unsure') return found;
  const hedged = languages
    .flatMap(({ hedges }) => hedges)
    .some((hedge) => indexOfPhrase(said, phraseWords(hedge)) > 0);
  const opposite = beginnings.some(({ kind }) => kind !== found);
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

function wishIn(
  said: readonly string[],
  bare: readonly string[],
  languages: readonly Words[],
): Intent | undefined {
  return INTENTS.find((intent) =>
    languages.some((words) => {
      const usage: Usage = words.intents[intent];
      if (usage.only?.some((phrase) => [said, bare].some((w) => sameWords(w, phraseWords(phrase)))))
        return true;
      if (intent !== 'person' && said.length > LONGEST_LOOSE_WISH) return false;
      return (
        usage.starts?.some((phrase) => startsWith(bare, phraseWords(phrase))) ||
        usage.anywhere?.some((phrase) => isMeant(said, phraseWords(phrase), languages))
      );
    }),
  );
}

/** Whether a phrase is in the message and no negation stands just before it. */
function isMeant(
  said: readonly string[],
  phrase: readonly string[],
  languages: readonly Words[],
): boolean {
  const at = indexOfPhrase(said, phrase);
  if (at < 0) return false;
  const before = said.slice(Math.max(0, at - NEGATION_REACH), at);
  return !languages.some(({ negations }) =>
    negations.some((negation) => indexOfPhrase(before, phraseWords(negation)) >= 0),
  );
}
