import type { DialogAnswer, DialogContext, DialogReply, Occasion } from '../dialog.ts';
import { many } from './flow.ts';
import { freshState, type Place, readState, writeState } from './flow-state.ts';
import { LANGUAGES, type Library } from './library.ts';
import { bubbleOf } from './texts.ts';
import { understand } from './understand.ts';
import { createVoice } from './voice.ts';
import { chooseBranch, hereText, place, speak, stepAt, type Turn, textsAt, walk } from './walk.ts';
import type { Intent } from './words.ts';

const MOST_BUBBLES = 3;
const MOST_CALLS = 8;
const GLOBAL = 'everywhere';
/** The step that takes any words, where a lost thread is taken up. */
const LISTENING = { flow: 'check-in', step: 'listen' };

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

/** Answers what a person wrote or tapped. */
export function reply(
  library: Library,
  flowState: string | null,
  answer: DialogAnswer,
  context: DialogContext,
): DialogReply {
  const turn = begin(library, context, flowState);
  if (flowState === null) {
    // The opening was never seen: what has to be said first is said now, then the answer is met.
    const { flow } = startOf(library);
    sayEntry(turn, flow, 'first-words');
    turn.state.flow = flow;
    turn.state.step = library.flows.get(flow)?.flow.entries?.['first-question'] ?? '';
  } else if (!isAtHome(turn)) {
    sayEntry(turn, GLOBAL, 'lost');
    Object.assign(turn.state, { ...LISTENING, returnTo: [], trail: [], misses: 0 });
  }
  answerAt(turn, answer);
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

function begin(library: Library, context: DialogContext, flowState: string | null): Turn {
  const state = flowState === null ? null : readState(flowState);
  return {
    library,
    context,
    voice: createVoice(library, context),
    state: state ?? freshState('', 0, ''),
    says: [],
  };
}

function startOf(library: Library): Place {
  for (const { flow } of library.flows.values()) {
    if (flow.entries?.['first-question'] !== undefined) return { flow: flow.id, step: flow.start };
  }
  throw new Error('no flow has the entry "first-question"');
}

function isAtHome({ library, state }: Turn): boolean {
  return library.flows.get(state.flow)?.flow.steps[state.step] !== undefined;
}

function answerAt(turn: Turn, answer: DialogAnswer): void {
  const { library, state, voice } = turn;
  let here: Place = { flow: state.flow, step: state.step };
  let step = stepAt(library, here.flow, here.step);
  if (!step.ask) {
    // Somebody writes on after an end: they are met where the flow says so.
    const resume = library.flows.get(here.flow)?.flow.resume;
    here = resume === undefined ? LISTENING : place(resume, here.flow);
    step = stepAt(library, here.flow, here.step);
    state.flow = here.flow;
    state.step = here.step;
  }
  const options = (step.options ?? []).map((id) => ({
    id,
    texts: LANGUAGES.flatMap((language) => {
      const option = library.flows.get(here.flow)?.texts[language][here.step]?.options?.[id];
      return option === undefined ? [] : [option];
    }),
  }));
  const ask = step.ask ?? 'open';
  const own = library.words[voice.language];
  const others = LANGUAGES.filter((language) => language !== voice.language);
  const meaning = understand(answer, { ask, options }, [
    own,
    ...others.map((language) => library.words[language]),
  ]);

  if (meaning.kind === 'option') {
    const name = step['save-as'];
    if (name !== undefined) state.saved[name] = meaning.option;
    follow(turn, here, meaning.option);
    return;
  }
  const intent = meaning.kind === 'intent' ? meaning.intent : undefined;
  const topic = topicOf(turn, here, answer.signals ?? [], intent);
  if (topic) goTo(turn, topic);
  else if (intent) grant(turn, here, intent);
  else if (ask === 'open') follow(turn, here, 'text');
  else setAside(turn, here);
}

function follow(turn: Turn, here: Place, answer: string): void {
  const step = stepAt(turn.library, here.flow, here.step);
  const branch = chooseBranch(turn, here, step, answer);
  if (!branch) throw new Error(`no branch for "${answer}" at "${here.flow}.${here.step}"`);
  if (branch.raises) turn.raises = branch.raises;
  goTo(turn, place(branch.go, here.flow));
}

function goTo(turn: Turn, to: Place): void {
  turn.state.misses = 0;
  walk(turn, to);
}

/** Where a signal leads from here, if anywhere; asking for a person is never talked over. */
function topicOf(
  { library, state }: Turn,
  here: Place,
  signals: readonly string[],
  intent: Intent | undefined,
): Place | undefined {
  const flow = library.flows.get(here.flow)?.flow;
  const list = flow?.['on-signal'] ?? library.flows.get(GLOBAL)?.flow['on-signal'] ?? [];
  const home = flow?.['on-signal'] ? here.flow : GLOBAL;
  const heard = intent === 'person' ? [...signals, 'asks-for-human'] : signals;
  for (const { signal, go, times = 1 } of list) {
    if (!many(signal).some((name) => heard.includes(name))) continue;
    const person = many(signal).includes('asks-for-human');
    const target = person ? wishPlace(library, here.flow, 'person') : place(go, home);
    if (target && (state.counts[`${target.flow}.${target.step}`] ?? 0) < times) return target;
  }
  return undefined;
}

function wishPlace(library: Library, flowId: string, intent: string): Place | undefined {
  const own = library.flows.get(flowId)?.flow.on?.[intent];
  if (own !== undefined) return place(own, flowId);
  const step = library.flows.get(GLOBAL)?.flow.entries?.[intent];
  return step === undefined ? undefined : { flow: GLOBAL, step };
}

/** Answers a global wish; afterwards the interrupted question is asked again in other words. */
function grant(turn: Turn, here: Place, intent: Intent): void {
  const { state } = turn;
  if (intent === 'back') {
    const before = state.trail.at(-2);
    if (before && stepExists(turn, before)) {
      state.trail = state.trail.slice(0, -2);
      sayEntry(turn, GLOBAL, 'back');
      goTo(turn, { ...before, askOnly: true });
      return;
    }
  }
  const target = wishPlace(turn.library, here.flow, intent);
  if (!target) throw new Error(`nothing answers the wish "${intent}"`);
  interrupt(turn, here, target);
}

/** What fitted nothing: once set aside kindly, then on to a step that fits anything. */
function setAside(turn: Turn, here: Place): void {
  const step = stepAt(turn.library, here.flow, here.step);
  if (turn.state.misses > 0 && step.unclear !== undefined) {
    goTo(turn, place(step.unclear, here.flow));
    return;
  }
  turn.state.misses += 1;
  const target = wishPlace(turn.library, here.flow, 'aside');
  if (target) interrupt(turn, here, target);
}

function interrupt(turn: Turn, here: Place, target: Place): void {
  const back: Place = { ...here, askOnly: true };
  turn.state.returnTo = [...turn.state.returnTo, back].slice(-MOST_CALLS);
  walk(turn, target);
}

const stepExists = ({ library }: Turn, { flow, step }: Place): boolean =>
  library.flows.get(flow)?.flow.steps[step] !== undefined;

/** Says the bubbles of an entry without going there. */
function sayEntry(turn: Turn, flowId: string, entry: string): void {
  const step = turn.library.flows.get(flowId)?.flow.entries?.[entry];
  if (step === undefined) return;
  const { say } = stepAt(turn.library, flowId, step);
  for (const name of many(say)) {
    const bubble = bubbleOf(textsAt(turn, flowId, step), name);
    const time = turn.state.counts[`${flowId}.${step}`] ?? 0;
    turn.state.counts[`${flowId}.${step}`] = time + 1;
    if (bubble) speak(turn, turn.voice.say(bubble, time, turn.state.said));
  }
}

function finish(turn: Turn): DialogReply {
  // Never silence: what would repeat itself was left out, so something else is said.
  if (turn.says.length === 0) speak(turn, hereText(turn));
  const { says, state, raises, request } = turn;
  if (says.length === 0) throw new Error('nothing to say');
  return {
    says: says.slice(-MOST_BUBBLES),
    flowState: writeState(state),
    failed: false,
    ...(raises && { raises }),
    ...(request && { request }),
  };
}
