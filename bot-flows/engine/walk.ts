import type { Choice, DialogContext, DialogReply, Saying } from '../dialog.ts';
import { type Branch, branchesOf, fullTarget, isAboutDanger, many, type Step } from './flow.ts';
import type { FlowState, Place } from './flow-state.ts';
import type { Library } from './library.ts';
import { bubbleOf, type StepTexts, wordingsOf } from './texts.ts';
import { remember, type Voice } from './voice.ts';

const MOST_STEPS = 30;
const MOST_CALLS = 8;
const TRAIL_KEPT = 6;
/** So many wordings can be said one after the other without being the same question. */
const MANY_WORDINGS = 5;

/** One turn being put together. */
export interface Turn {
  /** The version the conversation is on; the newest from the first safety text on. */
  library: Library;
  readonly newest: Library;
  readonly voice: Voice;
  readonly context: DialogContext;
  readonly state: FlowState;
  readonly says: Saying[];
  raises?: DialogReply['raises'];
  request?: DialogReply['request'];
}

export function stepAt(library: Library, flow: string, step: string): Step {
  const found = library.flows.get(flow)?.flow.steps[step];
  if (!found) throw new Error(`no step is called "${flow}.${step}"`);
  return found;
}

export const textsAt = (turn: Turn, flow: string, step: string): StepTexts | undefined =>
  turn.library.flows.get(flow)?.texts[turn.voice.language][step];

/** Splits a target of `flowId` into its flow and step. */
export function place(target: string, flowId: string): Place {
  const [flow = '', step = ''] = fullTarget(target, flowId).split('.');
  return { flow, step };
}

/** Says and goes on from a step until a question is asked or the flow ends. */
export function walk(turn: Turn, from: Place): void {
  const { state } = turn;
  let at: Place | undefined = from;
  for (let steps = 0; at; steps++) {
    if (steps > MOST_STEPS) throw new Error(`"${at.flow}.${at.step}" goes round in a circle`);
    at = asNewestSays(turn, at);
    const step: Step = stepAt(turn.library, at.flow, at.step);
    arrive(turn, at);
    if (!at.askOnly) sayStep(turn, at, step);
    if (step.request && !at.askOnly) turn.request = step.request;
    if (step.ask) {
      ask(turn, at, step);
      return;
    }
    if (step.end) return;
    at = nextPlace(turn, at, step);
  }
  state.misses = 0;
}

/** Goes on with the newest version from here on, and leaves behind what leads back. */
export function renew(turn: Turn): void {
  if (turn.library === turn.newest) return;
  turn.library = turn.newest;
  turn.state.returnTo = [];
}

/** Safety texts are always the newest, whatever version the conversation began with. */
function asNewestSays(turn: Turn, at: Place): Place {
  const { library, newest } = turn;
  const flow = newest.flows.get(at.flow)?.flow;
  if (library === newest || !flow || !isAboutDanger(flow)) return at;
  renew(turn);
  return flow.steps[at.step] ? at : { flow: flow.id, step: flow.start };
}

function arrive({ state, library }: Turn, at: Place): void {
  state.flow = at.flow;
  state.flowVersion = library.flows.get(at.flow)?.flow.version ?? 0;
  state.step = at.step;
  if (!at.askOnly) count(state, `${at.flow}.${at.step}`);
}

function sayStep(turn: Turn, at: Place, step: Step): void {
  const texts = textsAt(turn, at.flow, at.step);
  const time = (turn.state.counts[`${at.flow}.${at.step}`] ?? 1) - 1;
  for (const name of many(step.say)) {
    const bubble = bubbleOf(texts, name);
    if (!bubble) throw new Error(`"${at.flow}.${at.step}" has no text "${name}"`);
    speak(turn, turn.voice.say(bubble, time, turn.state.said));
  }
  if (step.show) speak(turn, turn.voice.card(many(step.show)));
}

function ask(turn: Turn, at: Place, step: Step): void {
  const { state, voice } = turn;
  const texts = textsAt(turn, at.flow, at.step);
  const key = `${at.flow}.${at.step}?`;
  const bubble = bubbleOf(texts, 'ask');
  if (!bubble) throw new Error(`"${at.flow}.${at.step}" asks nothing`);
  const choices: Choice[] = (step.options ?? []).flatMap((id) => {
    const option = texts?.options?.[id];
    return option === undefined ? [] : [{ id, label: voice.label(option) }];
  });
  // An open question that was interrupted isn't drummed in: the person goes on where they like.
  const letBe = at.askOnly && step.ask === 'open' && wordingsOf(bubble).length < MANY_WORDINGS;
  const text = letBe ? null : voice.say(bubble, state.counts[key] ?? 0, state.said);
  speak(turn, text ?? hereText(turn), choices);
  count(state, key);
  const last = state.trail.at(-1);
  if (last?.flow !== at.flow || last.step !== at.step) {
    state.trail = [...state.trail, { flow: at.flow, step: at.step }].slice(-TRAIL_KEPT);
  }
}

/** What is said in place of a text that would come twice running. */
export function hereText({ library, voice, state }: Turn): string | null {
  const everywhere = library.flows.get('everywhere');
  const step = everywhere?.flow.entries?.here ?? '';
  const bubble = bubbleOf(everywhere?.texts[voice.language][step], 'text');
  const time = state.counts.here ?? 0;
  count(state, 'here');
  return bubble ? voice.say(bubble, time, state.said) : null;
}

function nextPlace(turn: Turn, at: Place, step: Step): Place | undefined {
  const { state } = turn;
  if (step.return) return state.returnTo.pop() ?? { flow: 'check-in', step: 'listen' };
  const branch = chooseBranch(turn, at, step, undefined);
  if (branch?.raises) turn.raises = branch.raises;
  const next = branch && place(branch.go, at.flow);
  if (!step.call) return next;
  if (next) state.returnTo = [...state.returnTo, next].slice(-MOST_CALLS);
  return place(step.call, at.flow);
}

/** The first branch whose every condition holds. @param answer an option's id, `text`, or none. */
export function chooseBranch(
  { state, context }: Turn,
  at: Place,
  step: Step,
  answer: string | undefined,
): Branch | undefined {
  const visits = (target: string) => state.counts[fullTarget(target, at.flow)] ?? 0;
  return branchesOf(step).find((branch) => {
    if (branch.when !== undefined && !many(branch.when).includes(answer ?? '')) return false;
    if (branch.people && (branch.people === 'available') !== context.peopleAvailable) return false;
    if (branch['first-time'] && visits(branch.go) > 0) return false;
    if (branch.after !== undefined && visits(branch.after) === 0) return false;
    return branch.every === undefined || visits(at.step) % branch.every === 0;
  });
}

export function speak(turn: Turn, text: string | null, choices: readonly Choice[] = []): void {
  if (text === null) return;
  turn.says.push(choices.length > 0 ? { text, choices } : { text });
  turn.state.said = remember(turn.state.said, text);
}

function count(state: FlowState, key: string): void {
  state.counts[key] = (state.counts[key] ?? 0) + 1;
}
