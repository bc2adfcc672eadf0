import type { DialogAnswer } from '../dialog.ts';
import { chooseBranch } from './choose-branch.ts';
import { GLOBAL, sayEntry, sayStepOf } from './entries.ts';
import { many } from './flow.ts';
import type { Place } from './flow-state.ts';
import { heardIn } from './heard-signals.ts';
import { LANGUAGES } from './languages.ts';
import type { Library } from './library.ts';
import type { RunStep } from './run-flow.ts';
import { LISTENING, place, renew, stepAt, type Turn } from './turn.ts';
import { understand } from './understand.ts';
import { walk } from './walk.ts';
import type { Intent } from './words.ts';

const MOST_CALLS = 8;

/** Goes on from the question that was asked by what the person answered. */
export function answerAt(turn: Turn, answer: DialogAnswer): void {
  const { state, voice, newest } = turn;
  let here: Place = { flow: state.flow, step: state.step };
  let step = stepAt(turn.library, here.flow, here.step);
  const resumes = !step.ask;
  if (resumes) {
    // Somebody writes on after an end: they are met where the flow says so.
    renew(turn);
    const resume = newest.flows.get(here.flow)?.flow.resume;
    here = resume === undefined ? LISTENING : place(resume, here.flow);
    step = stepAt(newest, here.flow, here.step);
    state.flow = here.flow;
    state.step = here.step;
  }
  const { library } = turn;
  const options = (step.options ?? []).map((id) => ({
    id,
    texts: LANGUAGES.flatMap((language) => {
      const option = library.flows.get(here.flow)?.texts[language][here.step]?.options?.[id];
      return option === undefined ? [] : [option];
    }),
  }));
  const ask = step.ask ?? 'open';
  const others = LANGUAGES.filter((language) => language !== voice.language);
  const wordsOf = ({ words }: Library) => [voice.language, ...others].map((one) => words[one]);
  const languages = wordsOf(library);
  const meaning = understand(answer, { ask, options }, languages);

  if (meaning.kind === 'option') {
    keep(turn, here, step, meaning.option);
    follow(turn, here, meaning.option);
    return;
  }
  const intent = meaning.kind === 'intent' ? meaning.intent : undefined;
  const signals = [
    ...(answer.signals ?? []),
    ...(intent === 'person' ? ['asks-for-human'] : []),
    ...heardIn(answer.text, languages),
  ];
  // What can't wait is heard and answered as the newest version does.
  const known =
    library === newest ? signals : [...signals, ...heardIn(answer.text, wordsOf(newest))];
  const pressing = topicOf(turn, here, known, 'always');
  const aside =
    pressing || intent || ask !== 'open' ? undefined : topicOf(turn, here, signals, 'open');
  if (aside) state.returnTo = [onward(turn, here)];
  const topic = pressing ?? aside;
  if (topic) {
    if (topic.of !== turn.library) renew(turn);
    // Nobody is led back into the exercise or questionnaire that this interrupts.
    state.returnTo = state.returnTo.filter(({ goOn }) => !goOn);
    goTo(turn, topic.to);
  } else if (intent) grant(turn, here, intent);
  else if (resumes) goTo(turn, here);
  else if (ask === 'open') {
    echo(turn, here, signals);
    follow(turn, here, 'text');
  } else setAside(turn, here);
}

/** Notes the id of the option, never the words, and only what belongs to the conversation. */
function keep({ library, state }: Turn, here: Place, step: RunStep, option: string): void {
  const name = step['save-as'];
  const memory = name && library.flows.get(here.flow)?.flow.remembers?.[name];
  if (name !== undefined && memory !== 'device-only') state.saved[name] = option;
  const value = step.tally?.values[option];
  if (step.tally && value !== undefined) {
    state.tally = { ...state.tally, [step.tally.key]: value };
  }
}

function follow(turn: Turn, here: Place, answer: string): void {
  const step = stepAt(turn.library, here.flow, here.step);
  const branch = chooseBranch(turn, here, step, answer);
  if (!branch) throw new Error(`no branch for "${answer}" at "${here.flow}.${here.step}"`);
  if (branch.raises) turn.raises = branch.raises;
  if (branch.leaves) turn.state.returnTo = [];
  goTo(turn, place(branch.go, here.flow));
}

/** Where a subject goes on after something said between the lines. */
function onward(turn: Turn, here: Place): Place {
  const { library } = turn;
  const inTopic = library.flows.get(here.flow)?.flow.topic?.includes(here.step);
  const branch = inTopic
    ? chooseBranch(turn, here, stepAt(library, here.flow, here.step), 'text')
    : undefined;
  return branch ? place(branch.go, here.flow) : { flow: LISTENING.flow, step: 'more' };
}

function goTo(turn: Turn, to: Place): void {
  turn.state.misses = 0;
  walk(turn, to);
}

/**
 * Where a signal leads from here, if anywhere, and in which version; asking for a person is
 * never talked over.
 * @param kind `always`: what can't wait; `open`: what an open question leaves room for.
 */
function topicOf(
  { library, newest, state }: Turn,
  here: Place,
  signals: readonly string[],
  kind: 'always' | 'open',
): { readonly to: Place; readonly of: Library } | undefined {
  const told = kind === 'always' ? newest : library;
  const flow = told.flows.get(here.flow)?.flow;
  const list = flow?.['on-signal'] ?? told.flows.get(GLOBAL)?.flow['on-signal'] ?? [];
  const home = flow?.['on-signal'] ? here.flow : GLOBAL;
  for (const { signal, go, times = 1, only } of list) {
    if ((only === undefined) !== (kind === 'always')) continue;
    if (only === 'idle' && flow?.topic?.includes(here.step)) continue;
    if (!many(signal).some((name) => signals.includes(name))) continue;
    const person = many(signal).includes('asks-for-human');
    const of = person ? library : told;
    const to = person ? wishPlace(library, here.flow, 'person') : place(go, home);
    if (to && (state.counts[`${to.flow}.${to.step}`] ?? 0) < times) return { to, of };
  }
  return undefined;
}

/** Names what was heard, before the conversation goes on. */
function echo(turn: Turn, here: Place, signals: readonly string[]): void {
  const { library, state } = turn;
  const flow = library.flows.get(here.flow)?.flow;
  // A flow with its own list of signals is about something that comes first.
  const global = flow?.['on-signal'] ? [] : (library.flows.get(GLOBAL)?.flow.echo ?? []);
  const home = flow?.echo ? here.flow : GLOBAL;
  for (const { signal, say, times = 2 } of flow?.echo ?? global) {
    const at = place(say, home);
    if (!many(signal).some((name) => signals.includes(name))) continue;
    if ((state.counts[`${at.flow}.${at.step}`] ?? 0) >= times) continue;
    sayStepOf(turn, at);
    return;
  }
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
  // Starting again is starting on what is said today.
  if (intent === 'again') renew(turn);
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
