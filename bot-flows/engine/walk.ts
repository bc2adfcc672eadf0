import type { Choice } from '../dialog.ts';
import { takeBranch } from './choose-branch.ts';
import { isAboutDanger, many } from './flow.ts';
import type { Place } from './flow-state.ts';
import { note } from './rests.ts';
import type { RunStep } from './run-flow.ts';
import { bubbleOf, wordingsOf } from './texts.ts';
import { count, LISTENING, place, renew, speak, stepAt, type Turn, textsAt } from './turn.ts';
import { LATELY } from './voice.ts';

const MOST_STEPS = 30;
const MOST_CALLS = 8;
const TRAIL_KEPT = 6;
/** So many wordings can be said one after the other without being the same question. */
const MANY_WORDINGS = 5;

/** Says and goes on from a step until a question is asked or the flow ends. */
export function walk(turn: Turn, from: Place): void {
  const { state } = turn;
  /** What the last call came back with. */
  let result: string | undefined;
  let at: Place = from;
  for (let steps = 0; ; steps++) {
    if (steps > MOST_STEPS) throw new Error(`"${at.flow}.${at.step}" goes round in a circle`);
    at = asNewestSays(turn, at);
    const step = stepAt(turn.library, at.flow, at.step);
    if (isUnspoken(turn, at, step)) {
      at = wayBack(turn);
      result = 'left';
      state.misses = 0;
      continue;
    }
    if (!at.goOn) {
      arrive(turn, at);
      if (!at.askOnly) sayStep(turn, at, step);
      if (step.request && !at.askOnly) turn.request = step.request;
      if (step.ask) {
        ask(turn, at, step);
        return;
      }
      if (step.end) break;
    }
    const next = nextPlace(turn, at, step, result);
    result = step.return ? step.result : undefined;
    if (!next) break;
    at = next;
  }
  state.misses = 0;
}

/** Whether what is under way doesn't exist in a language to which the person has changed. */
const isUnspoken = (turn: Turn, at: Place, { say, ask }: RunStep): boolean =>
  !at.goOn &&
  (say !== undefined || ask !== undefined) &&
  textsAt(turn, at.flow, at.step) === undefined &&
  Object.keys(turn.library.flows.get(at.flow)?.texts[turn.voice.language] ?? {}).length === 0;

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
  const flow = library.flows.get(at.flow)?.flow;
  if (flow?.['someone-else']?.includes(at.step)) state.about = 'someone-else';
  // Another subject, or danger of one's own, is about the person again.
  else if (flow?.topic || flow?.['danger-now']) delete state.about;
  if (at.askOnly) return;
  Object.assign(state.saved, stepAt(library, at.flow, at.step).keep);
  count(state, `${at.flow}.${at.step}`);
  note(library, state, at);
  library.watch?.reached(at.flow, at.step);
}

function sayStep(turn: Turn, at: Place, step: RunStep): void {
  const texts = textsAt(turn, at.flow, at.step);
  const time = (turn.state.counts[`${at.flow}.${at.step}`] ?? 1) - 1;
  for (const name of many(step.say)) {
    const bubble = bubbleOf(texts, name);
    if (!bubble) throw new Error(`"${at.flow}.${at.step}" has no text "${name}"`);
    speak(turn, turn.voice.say(bubble, time, turn.state.said));
  }
  if (step.show) speak(turn, turn.voice.card(many(step.show)));
}

function ask(turn: Turn, at: Place, step: RunStep): void {
  const { state, voice, library } = turn;
  const texts = textsAt(turn, at.flow, at.step);
  const key = `${at.flow}.${at.step}?`;
  const bubble = bubbleOf(texts, 'ask');
  if (!bubble) throw new Error(`"${at.flow}.${at.step}" asks nothing`);
  const choices: Choice[] = (step.options ?? []).flatMap((id) => {
    const option = texts?.options?.[id];
    return option === undefined ? [] : [{ id, label: voice.label(option) }];
  });
  // An open question that was interrupted isn't drummed in: the person goes on where they like.
  // In another language it hasn't been heard yet.
  const isHeard = at.askOnly && turn.language === undefined;
  const few = wordingsOf(bubble).length < MANY_WORDINGS && !step.options?.includes('yes');
  const letBe = isHeard && step.ask === 'open' && few;
  // An open question can be left out where a closed one has to be asked again.
  const least = step.ask === 'open' && wordingsOf(bubble).length > 1 ? LATELY : undefined;
  const text = letBe ? null : voice.say(bubble, state.counts[key] ?? 0, state.said, least);
  const name = step['save-as'];
  const memory = name && library.flows.get(at.flow)?.flow.remembers?.[name];
  speak(turn, text ?? (letBe ? null : listenText(turn, at)) ?? hereText(turn), choices, {
    ...(name !== undefined && memory === 'device-only' && { keepAs: name }),
    ...(step.breath && !at.askOnly && { breath: step.breath }),
  });
  count(state, key);
  noteProbe(turn, at);
  const last = state.trail.at(-1);
  if (last?.flow !== at.flow || last.step !== at.step) {
    state.trail = [...state.trail, { flow: at.flow, step: at.step }].slice(-TRAIL_KEPT);
  }
}

function noteProbe({ state, library }: Turn, { flow, step }: Place): void {
  const { run = 0, at = 0 } = state.probed ?? {};
  const probes = library.flows.get(flow)?.flow.probing?.includes(step);
  if (probes) state.probed = { run: run + 1, at: state.messages };
  else if (state.probed) state.probed = { run: 0, at };
}

/** What keeps listening, where a question of a subject would come again too soon. */
function listenText({ library, voice, state }: Turn, at: Place): string | null {
  const flow = library.flows.get(at.flow)?.flow;
  if (flow && isAboutDanger(flow)) return null;
  const texts = library.flows.get(LISTENING.flow)?.texts[voice.language][LISTENING.step];
  const bubble = bubbleOf(texts, 'ask');
  const key = `${LISTENING.flow}.${LISTENING.step}?`;
  const text = bubble ? voice.say(bubble, state.counts[key] ?? 0, state.said, LATELY) : null;
  if (text !== null) count(state, key);
  return text;
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

function nextPlace(
  turn: Turn,
  at: Place,
  step: RunStep,
  result: string | undefined,
): Place | undefined {
  if (step.return) return wayBack(turn);
  if (step.sum) return place(bandReached(turn, step.sum), at.flow);
  if (step.call && step.awaits && !at.goOn) {
    call(turn, { flow: at.flow, step: at.step, goOn: true });
    return place(step.call, at.flow);
  }
  const branch = takeBranch(turn, at, step, result);
  if (branch?.raises) turn.raises = branch.raises;
  const next = branch && place(branch.go, at.flow);
  if (!step.call || step.awaits) return next;
  if (next) call(turn, next);
  return place(step.call, at.flow);
}

/** Where the last call came from, as far as it is still there. */
function wayBack({ library, state }: Turn): Place {
  for (let back = state.returnTo.pop(); back; back = state.returnTo.pop()) {
    if (library.flows.get(back.flow)?.flow.steps[back.step]) return back;
  }
  return LISTENING;
}

function call({ state }: Turn, back: Place): void {
  state.returnTo = [...state.returnTo, back].slice(-MOST_CALLS);
}

/** Adds up what was answered, and forgets it. */
function bandReached({ state }: Turn, { of, times, bands }: NonNullable<RunStep['sum']>): string {
  const entries = Object.entries(state.tally ?? {}).filter(([key]) => key.startsWith(of));
  const sum = times * entries.reduce((total, [, value]) => total + value, 0);
  delete state.tally;
  const band = bands.find(({ upTo }) => sum <= upTo) ?? bands.at(-1);
  if (!band) throw new Error(`no band for ${of}`);
  return band.go;
}
