import { messageWords, toWords, type Words } from './words.ts';

/** One word of a phrase; `open` when only its beginning counts ("dispute*"). */
interface Piece {
  readonly word: string;
  readonly open: boolean;
  /** Up to `GAP` other words may stand before it ("mother ... died"). */
  readonly gap: boolean;
}
interface Phrase {
  readonly signal: string;
  readonly how: 'only' | 'starts' | 'anywhere';
  readonly pieces: readonly Piece[];
}
interface Index {
  /** By their first word, or their first two where these stand side by side. */
  readonly byWord: ReadonlyMap<string, readonly Phrase[]>;
  /** Phrases whose first word is open, by its beginning. */
  readonly byBeginning: ReadonlyMap<string, readonly Phrase[]>;
  /** How long these beginnings are. */
  readonly lengths: readonly number[];
}

const GAP = 4;
/** Just before a phrase they turn it round: "not safe tonight", "pas en sécurité". */
const NEGATING = new Set(['not', 'never', 't', 'without', 'pas', 'jamais', 'plus', 'sans']);
/** A new clause begins with these: "je sais pas, j'ai peur". */
const BEGINNING = new Set(
  'i it he she they we you my there nobody no nothing j je tu il elle on nous vous ils elles c ca ma mon mes y personne rien'.split(
    ' ',
  ),
);
/** Just after a phrase they do so in French, where the clause ends with them: "j’y pense pas". */
const NEGATING_AFTER = new Set(['pas', 'plus', 'jamais']);
const CLAUSE_ENDS = new Set(['mais', 'et', 'du', 'vraiment', 'trop', 'non']);
/** A message this long has been told at length, and is answered as such. */
const LONG_TEXT_WORDS = 45;
/** What is heard in the shape of a message rather than in its words. */
export const SHAPES = ['long-text', 'question', 'wordless'] as const;

const indexes = new WeakMap<Words, Index>();

/**
 * What a message is about by its words alone, as names from `signals` of the words files, with
 * the `SHAPES`. It adds to what the classifier saw, and never says anything about danger.
 */
export function heardIn(text: string, languages: readonly Words[]): readonly string[] {
  const said = messageWords(text, languages);
  const heard = new Set<string>();
  for (const words of languages) {
    const { byWord, byBeginning, lengths } = indexOf(words);
    const hear = (phrases: readonly Phrase[] | undefined, at: number) => {
      for (const phrase of phrases ?? []) if (fits(phrase, said, at)) heard.add(phrase.signal);
    };
    for (const [at, word] of said.entries()) {
      hear(byWord.get(word), at);
      hear(byWord.get(`${word} ${said[at + 1]}`), at);
      for (const length of lengths) {
        if (length <= word.length) hear(byBeginning.get(word.slice(0, length)), at);
      }
    }
  }
  if (said.length >= LONG_TEXT_WORDS) heard.add('long-text');
  if (/\?\s*$/.test(text)) heard.add('question');
  if (said.length === 0) heard.add('wordless');
  return [...heard];
}

function indexOf(words: Words): Index {
  const known = indexes.get(words);
  if (known) return known;
  const byWord = new Map<string, Phrase[]>();
  const byBeginning = new Map<string, Phrase[]>();
  for (const [signal, usage] of Object.entries(words.signals)) {
    for (const how of ['only', 'starts', 'anywhere'] as const) {
      for (const text of usage[how] ?? []) {
        const phrase = { signal, how, pieces: piecesOf(text) };
        const [first, second] = phrase.pieces;
        if (!first) continue;
        const index = first.open ? byBeginning : byWord;
        const isPair = !first.open && second && !second.open && !second.gap;
        const key = isPair ? `${first.word} ${second.word}` : first.word;
        index.set(key, (index.get(key) ?? []).concat(phrase));
      }
    }
  }
  const lengths = [...new Set([...byBeginning.keys()].map(({ length }) => length))];
  const index = { byWord, byBeginning, lengths };
  indexes.set(words, index);
  return index;
}

function piecesOf(phrase: string): readonly Piece[] {
  let gap = false;
  return phrase.split(/\s+/).flatMap((token) => {
    if (token === '...') {
      gap = true;
      return [];
    }
    const words = toWords(token);
    return words.map((word, index) => {
      const piece = { word, open: token.endsWith('*') && index === words.length - 1, gap };
      gap = false;
      return piece;
    });
  });
}

function fits({ how, pieces }: Phrase, said: readonly string[], at: number): boolean {
  if (how !== 'anywhere' && at !== 0) return false;
  if (at > 0 && NEGATING.has(said[at - 1] ?? '') && !BEGINNING.has(said[at] ?? '')) return false;
  const end = endOf(pieces, said, at);
  if (isTurnedRound(said, end)) return false;
  return end >= 0 && (how !== 'only' || end === said.length);
}

/** "Pas loin" and "pas mal" turn nothing round. */
function isTurnedRound(said: readonly string[], end: number): boolean {
  if (end < 0 || !NEGATING_AFTER.has(said[end] ?? '')) return false;
  const next = said[end + 1];
  return next === undefined || BEGINNING.has(next) || CLAUSE_ENDS.has(next);
}

/** Index after the last word of the phrase that begins at `at`; -1 when it isn't there. */
function endOf(pieces: readonly Piece[], said: readonly string[], at: number): number {
  let next = at;
  for (const { word, open, gap } of pieces) {
    const latest = gap ? next + GAP : next;
    while (next <= latest && !same(said[next], word, open)) next++;
    if (next > latest) return -1;
    next++;
  }
  return next;
}

const same = (said: string | undefined, word: string, open: boolean): boolean =>
  said !== undefined && (open ? said.startsWith(word) : said === word);
