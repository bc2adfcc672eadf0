import type { Lexicon } from '../lexicon/lexicon.ts';
import type { ModelClassifier } from '../model/model-classifier.ts';
import {
  atLeast,
  type Explanation,
  higher,
  type PrecedingTurn,
  RISK_LEVELS,
  type RiskLevel,
} from '../risk-classifier.ts';
import { only, type Segment, segmentsOf, without } from './segments.ts';

export interface ExplainDeps {
  readonly lexicon: Lexicon;
  readonly model: ModelClassifier | null;
}

export interface ExplainOptions {
  readonly budgetMs: number;
  readonly context?: readonly PrecedingTurn[] | undefined;
}

/** Up to so many words a message is read again and again, each time without a part of it. */
const SHORT_WORDS = 36;
/** Words read in all: what one core reads within the time a responder waits. */
const WORDS_IN_ALL = 220;
/** Of a longer message, phrases of so many words are each read alone. */
const PHRASE_WORDS = 9;
const MOST_SPANS = 4;
/** Less than this moved nothing, of a strength that a rule alone makes 1. */
const LEAST = 0.15;
/** Less than this part of the strongest is left out. */
const LEAST_OF_TOP = 0.35;

interface Weighed extends Segment {
  readonly strength: number;
}

/**
 * Which words moved the level: a part counts as much as the level's likelihood falls when the
 * message is read without it (occlusion), or, in a long message, as much as it has by itself.
 */
export async function explainLevel(
  { lexicon, model }: ExplainDeps,
  text: string,
  { budgetMs, context = [] }: ExplainOptions,
): Promise<Explanation> {
  const until = performance.now() + budgetMs;
  let complete = model !== null;

  async function read(part: string) {
    const seen = lexicon.read(part, context);
    const left = until - performance.now();
    const answer = left > 0 ? await model?.read(part, { budgetMs: left, context }) : undefined;
    if (answer?.kind !== 'read') complete = false;
    return { seen, reading: answer?.kind === 'read' ? answer.reading : null };
  }
  /** For parts beyond the time nothing is said; without a model, the rules alone take none. */
  async function strengthInTime(part: string): Promise<number> {
    if (!whole.reading) return strengthOf({ seen: lexicon.read(part, context), reading: null });
    if (performance.now() < until) return strengthOf(await read(part));
    complete = false;
    return Number.NaN;
  }

  const whole = await read(text);
  const level = higher(whole.seen.level, whole.reading?.level ?? 'none');
  const { rules } = whole.seen;
  if (level === 'none') return { spans: [], rules, complete };

  const strengthOf = ({ seen, reading }: typeof whole): number =>
    (atLeast(seen.level, level) ? 1 : 0) +
    (reading ? likelihood(reading.probabilities, level) : whole.reading ? Number.NaN : 0);
  const top = strengthOf(whole);
  const byTakingOut = (segments: readonly Segment[]) =>
    weigh(segments, async (segment) => {
      const rest = without(text, segment);
      return rest === '' ? top : top - (await strengthInTime(rest));
    });
  const byItself = (segments: readonly Segment[]) =>
    weigh(segments, (segment) => strengthInTime(only(text, segment)));

  const words = text.match(/\S+/gu)?.length ?? 0;
  if (words <= SHORT_WORDS) {
    const parts = Math.max(2, Math.floor(WORDS_IN_ALL / Math.max(1, words)));
    const spans = strongest(await byTakingOut(segmentsOf(text, Math.ceil(words / parts))), text);
    // Said twice, it weighs nothing when one of the two is taken out.
    if (spans.length > 0) return { spans, rules, complete };
  }
  const spans = strongest(await byItself(segmentsOf(text, PHRASE_WORDS)), text);
  return { spans, rules, complete };
}

const likelihood = (probabilities: Readonly<Record<RiskLevel, number>>, level: RiskLevel): number =>
  RISK_LEVELS.filter((one) => atLeast(one, level)).reduce(
    (sum, one) => sum + probabilities[one],
    0,
  );

const weigh = async (
  segments: readonly Segment[],
  strength: (segment: Segment) => Promise<number>,
): Promise<readonly Weighed[]> =>
  Promise.all(
    segments.map(async (segment) => ({ ...segment, strength: (await strength(segment)) || 0 })),
  );

/** The parts that count, the strongest first; neighbours are one. */
function strongest(weighed: readonly Weighed[], text: string): Explanation['spans'] {
  const top = Math.max(0, ...weighed.map(({ strength }) => strength));
  const counted = weighed
    .filter(({ strength }) => strength >= LEAST && strength >= top * LEAST_OF_TOP)
    .toSorted((a, b) => b.strength - a.strength)
    .slice(0, MOST_SPANS)
    .toSorted((a, b) => a.offset - b.offset);
  const merged: Weighed[] = [];
  for (const one of counted) {
    const before = merged.at(-1);
    const end = before ? before.offset + before.length : 0;
    if (before && text.slice(end, one.offset).trim() === '') {
      const length = one.offset + one.length - before.offset;
      const strength = Math.max(before.strength, one.strength);
      merged[merged.length - 1] = { offset: before.offset, length, strength };
    } else merged.push(one);
  }
  return merged
    .toSorted((a, b) => b.strength - a.strength)
    .map(({ offset, length }, at) => ({ offset, length, rank: at + 1 }));
}
