import type { DialogAnswer, DialogContext, DialogReply, Occasion } from '../dialog.ts';
import { answerAt } from './answer.ts';
import { disclose, GLOBAL, MOST_BUBBLES, sayEntry, startOf } from './entries.ts';
import { freshState, type Place, readState, writeState } from './flow-state.ts';
import type { Library } from './library.ts';
import { LISTENING, speak, type Turn } from './turn.ts';
import { createVoice } from './voice.ts';
import { hereText, walk } from './walk.ts';

/** The first words of a conversation. */
export function open(library: Library, context: DialogContext): DialogReply {
  return openAt(library, startOf(library), context);
}

/** A conversation that begins at some step; for authors who try one flow. */
export function openAt(library: Library, at: Place, context: DialogContext): DialogReply {
  const turn = begin(library, context, null);
  walk(turn, at);
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
  const turn = begin(newest, context, flowState, own);
  if (flowState === null) {
    // The opening was never seen: the answer is met as if the first question had been asked.
    const { flow } = startOf(newest);
    turn.state.flow = flow;
    turn.state.step = newest.flows.get(flow)?.flow.entries?.['first-question'] ?? '';
  } else if (!isAtHome(turn)) {
    sayEntry(turn, GLOBAL, 'lost');
    Object.assign(turn.state, { ...LISTENING, returnTo: [], trail: [], misses: 0 });
  }
  answerAt(turn, answer);
  disclose(turn);
  return finish(turn);
}

/** Says the text for an occasion, whatever was under way. */
export function enter(
  library: Library,
  occasion: Occasion,
  flowState: string | null,
  context: DialogContext,
): DialogReply {
  const turn = begin(library, context, flowState);
  for (const { flow } of library.flows.values()) {
    const step = flow.entries?.[occasion];
    if (step === undefined) continue;
    turn.state.returnTo = [];
    turn.state.misses = 0;
    walk(turn, { flow: flow.id, step });
    return finish(turn);
  }
  throw new Error(`no flow has an entry for "${occasion}"`);
}

function begin(
  newest: Library,
  context: DialogContext,
  flowState: string | null,
  library: Library = newest,
): Turn {
  const state = flowState === null ? null : readState(flowState);
  return {
    library,
    newest,
    context,
    voice: createVoice(newest, context),
    state: state ?? freshState('', 0, ''),
    says: [],
  };
}

function isAtHome({ library, state }: Turn): boolean {
  return library.flows.get(state.flow)?.flow.steps[state.step] !== undefined;
}

function finish(turn: Turn): DialogReply {
  // Never silence: what would repeat itself was left out, so something else is said.
  if (turn.says.length === 0) speak(turn, hereText(turn));
  const { says, state, raises, request } = turn;
  if (says.length === 0) throw new Error('nothing to say');
  state.library = turn.library.hash;
  forgetAnswers(turn);
  return {
    says: says.slice(-MOST_BUBBLES),
    flowState: writeState(state),
    failed: false,
    ...(raises && { raises }),
    ...(request && { request }),
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
