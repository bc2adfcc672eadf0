import type { DialogAnswer, DialogContext, DialogReply, Occasion, Subject } from '../dialog.ts';
import { answerAt, onward } from './answer.ts';
import { LEVELS, languagesAtHand } from './at-hand.ts';
import { chooseBranch } from './choose-branch.ts';
import { correctionAt, staysInTalk } from './danger-talk.ts';
import { echo } from './echo.ts';
import { disclose, GLOBAL, MOST_BUBBLES, sayEntry, startOf } from './entries.ts';
import { type FlowState, freshState, type Place, readState, writeState } from './flow-state.ts';
import { heardIn } from './heard-signals.ts';
import { learn } from './learn.ts';
import type { Library } from './library.ts';
import { type Past, relive } from './past.ts';
import { count, LISTENING, place, speak, stepAt, type Turn } from './turn.ts';
import { unreadTexts } from './unread.ts';
import { createVoice } from './voice.ts';
import { hereText, walk } from './walk.ts';

/** Under which messages in languages that the program doesn't read are counted. */
const UNREAD = 'unread';

/** The first words of a conversation. */
export function open(library: Library, context: DialogContext): DialogReply {
  return openAt(library, startOf(library), context);
}

/** A conversation that begins at some step, with somebody who was greeted; for authors. */
export function openAt(
  library: Library,
  at: Place,
  context: DialogContext,
  past: Past = {},
): DialogReply {
  const turn = begin(library, context, null);
  const start = startOf(library);
  if (at.flow !== start.flow) turn.state.counts[`${start.flow}.${start.step}`] = 1;
  relive(turn, past);
  walk(past.shows === undefined ? turn : { ...turn, signals: past.shows }, at);
  return finish(turn);
}

/**
 * Answers what a person wrote or tapped.
 * @param newest from which safety texts are said.
 * @param own the version the conversation began with.
 */
export function reply(
  newest: Library,
  flowState: string | null,
  answer: DialogAnswer,
  context: DialogContext,
  own: Library = newest,
): DialogReply {
  const turn = begin(newest, context, flowState, { answer, own });
  if (flowState === null) {
    // The opening was never seen: the answer is met as if the first question had been asked.
    atFirstQuestion(newest, turn.state);
  } else if (!isAtHome(turn)) {
    sayEntry(turn, GLOBAL, 'lost');
    Object.assign(turn.state, { ...LISTENING, returnTo: [], trail: [], misses: 0 });
  }
  answerAt(turn, answer);
  disclose(turn);
  return finish(turn);
}

/**
 * Says the text for an occasion, whatever was under way. Within the talk about this danger the
 * message is heard as an answer instead, and so is one that puts right what was misread.
 */
export function enter(
  library: Library,
  occasion: Occasion,
  flowState: string | null,
  context: DialogContext,
  answer?: DialogAnswer,
): DialogReply {
  const turn = begin(library, context, flowState, { answer, occasion });
  const flow = [...library.flows.values()].find(({ flow }) => flow.entries?.[occasion])?.flow;
  const step = flow?.entries?.[occasion];
  if (!flow || step === undefined) throw new Error(`no flow has an entry for "${occasion}"`);
  const corrects = correctionAt(turn, flow, occasion)?.to;
  const to = corrects ?? routed(turn, { flow: flow.id, step });
  const stays =
    stepAt(library, to.flow, to.step).stay ||
    (answer && staysInTalk(turn, flow, occasion, answer, corrects));
  if (answer && stays && isAtHome(turn)) {
    answerAt(turn, answer);
    return finish(turn);
  }
  turn.state.returnTo = answer && isAtHome(turn) ? onward(turn, placeOf(turn)) : [];
  turn.state.misses = 0;
  if (answer && isAtHome(turn) && stepAt(library, to.flow, to.step).meets) {
    echo(turn, placeOf(turn));
  }
  walk(turn, corrects ?? { flow: flow.id, step });
  return finish(turn);
}

/** Answers a message in a language that the program doesn't read, and stays where the talk is. */
export function unread(
  library: Library,
  message: { readonly language: string; readonly urgent: boolean },
  flowState: string | null,
  context: DialogContext,
): DialogReply {
  const turn = begin(library, context, flowState);
  const { state } = turn;
  if (flowState === null) atFirstQuestion(library, state);
  const time = state.counts[UNREAD] ?? 0;
  for (const text of unreadTexts(library, message, context, time)) speak(turn, text);
  if (turn.says.length === 0) throw new Error('nothing is written for unread messages');
  count(state, UNREAD);
  state.library ??= library.hash;
  return { says: turn.says, flowState: writeState(state), failed: false };
}

/** Of whom the conversation speaks where it stands. */
export function subjectOf(flowState: string | null): Subject {
  return (flowState !== null && readState(flowState)?.about) || 'writer';
}

function begin(
  newest: Library,
  context: DialogContext,
  flowState: string | null,
  {
    answer,
    occasion,
    own: library = newest,
  }: {
    readonly answer?: DialogAnswer | undefined;
    readonly occasion?: Occasion;
    readonly own?: Library;
  } = {},
): Turn {
  const state = (flowState === null ? null : readState(flowState)) ?? freshState('', 0, '');
  const voice = createVoice(newest, context);
  const turn: Turn = { library, newest, context, voice, state, says: [] };
  if (!answer) return turn;
  state.messages += 1;
  // What can't wait is heard as the newest version does.
  const heard = [...new Set([library, newest])].flatMap((version) =>
    heardIn(answer.text, languagesAtHand(version, voice)),
  );
  const signals = [...(answer.signals ?? []), ...heard, ...(occasion ? [LEVELS[occasion]] : [])];
  learn(turn, signals);
  return { ...turn, signals, words: heard };
}

function atFirstQuestion(library: Library, state: FlowState): void {
  const { flow } = startOf(library);
  const step = library.flows.get(flow)?.flow.entries?.['first-question'] ?? '';
  Object.assign(state, { flow, step });
}

const placeOf = ({ state }: Turn): Place => ({ flow: state.flow, step: state.step });

/** The first step that says something, from one that only chooses. */
function routed(turn: Turn, from: Place): Place {
  const step = stepAt(turn.library, from.flow, from.step);
  if (step.say || step.show || step.ask || step.call || step.return || step.stay) return from;
  const branch = chooseBranch(turn, from, step, undefined);
  return branch ? routed(turn, place(branch.go, from.flow)) : from;
}

function isAtHome({ library, state }: Turn): boolean {
  return library.flows.get(state.flow)?.flow.steps[state.step] !== undefined;
}

function finish(turn: Turn): DialogReply {
  // Never silence: what would repeat itself was left out, so something else is said.
  if (turn.says.length === 0) speak(turn, hereText(turn));
  const { says, state, raises, request, language } = turn;
  if (says.length === 0) throw new Error('nothing to say');
  state.library = turn.library.hash;
  forgetAnswers(turn);
  return {
    // What answers the person comes first, and the question last.
    says:
      says.length > MOST_BUBBLES ? [...says.slice(0, 1), ...says.slice(1 - MOST_BUBBLES)] : says,
    flowState: writeState(state),
    failed: false,
    ...(raises && { raises }),
    ...(request && { request }),
    ...(language && { language }),
  };
}

/** What was answered to a questionnaire is kept for no longer than it lasts. */
function forgetAnswers({ library, state }: Turn): void {
  const under = [state, ...state.returnTo].some(({ flow, step }) => {
    const found = library.flows.get(flow)?.flow.steps[step];
    return found?.tally !== undefined;
  });
  if (!under) delete state.tally;
}
