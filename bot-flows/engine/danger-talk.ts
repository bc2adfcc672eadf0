import type { DialogAnswer, Occasion } from '../dialog.ts';
import { fits, inDangerNow, isGoodbye, isPlain, topicOf } from './answer.ts';
import type { Place } from './flow-state.ts';
import { branchesOf, type RunFlow } from './run-flow.ts';
import { shows, stepAt, type Turn } from './turn.ts';

const RISING: readonly Occasion[] = ['passive', 'active', 'imminent'];
const rank = (occasion: Occasion) => RISING.indexOf(occasion);
/** What the reviewed rules see in a message, and not the model alone. */
const RULED = RISING.map((occasion) => `rule-${occasion}`);

/**
 * Whether a message that shows this danger is an answer within the talk about it. New or higher
 * danger never is, unless it is denied, nor danger now, unless the message answers a question
 * that was asked into it. What only the model sees is an answer, too, to the question that it
 * would lead to ("every night"), and wherever it is an option or a plain wish and nothing else; a goodbye, where nothing was dark before.
 * @param corrects where it leads if it denies or corrects what it seems to show.
 */
export function staysInTalk(
  turn: Turn,
  flow: RunFlow,
  occasion: Occasion,
  answer: DialogAnswer,
  corrects: Place | undefined,
): boolean | undefined {
  const here: Place = { flow: turn.state.flow, step: turn.state.step };
  const guessed = !isRuled(turn);
  if (guessed && isPlain(turn, answer)) return true;
  if (guessed && occasion === 'passive' && isLight(turn) && isGoodbye(turn, answer)) return true;
  if (here.flow !== flow.id) return false;
  if (corrects) return true;
  if (guessed && asksFor(turn, here, occasion)) return true;
  if (rank(occasion) > reached(turn, flow)) return false;
  if (occasion === 'imminent') return inDangerNow(turn, here) && fits(turn, answer);
  const { ask } = stepAt(turn.library, here.flow, here.step);
  return ask !== 'open' || flow.topic?.includes(here.step) || fits(turn, answer);
}

/** Whether the reviewed rules see danger in the message; the model alone only guesses it. */
const isRuled = ({ signals }: Turn): boolean => shows(signals, RULED);

/** Whether nothing dark was named in this conversation, and nothing asked about it. */
const isLight = ({ state }: Turn): boolean =>
  ['asked', 'shown', 'thinks-of-suicide'].every((name) => state.saved[name] === undefined);

/** Whether the question under way is the one that such a message would lead to. */
const asksFor = ({ library }: Turn, here: Place, occasion: Occasion): boolean =>
  branchesOf(stepAt(library, here.flow, here.step)).some(
    ({ raises }) => raises !== undefined && raises !== 'distress' && rank(raises) >= rank(occasion),
  );

/** Where a message leads that denies or corrects what it seems to show; never from danger now. */
export function correctionAt(turn: Turn, flow: RunFlow, occasion: Occasion) {
  return topicOf(
    turn,
    { flow: flow.id, step: flow.start },
    turn.signals ?? [],
    ({ 'even-at': evenAt }) => evenAt !== undefined && rank(evenAt) >= rank(occasion),
  );
}

/** The highest danger that was answered so far; -1 for none. Asking about it is an answer to it. */
function reached({ state }: Turn, { id, entries, start }: RunFlow): number {
  const visited = (step: string | undefined) => (state.counts[`${id}.${step}`] ?? 0) > 0;
  const answered = RISING.findLastIndex((occasion) => visited(entries?.[occasion]));
  return Math.max(answered, visited(start) ? rank('passive') : -1);
}
