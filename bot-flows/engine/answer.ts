import type { DialogAnswer } from '../dialog.ts';
import { languagesAtHand } from './at-hand.ts';
import { chooseBranch, takeBranch } from './choose-branch.ts';
import { echo } from './echo.ts';
import { GLOBAL, sayEntry } from './entries.ts';
import { type Branch, type Flow, many } from './flow.ts';
import type { Place } from './flow-state.ts';
import { LANGUAGES } from './languages.ts';
import type { Library } from './library.ts';
import { switchLanguage } from './switch-language.ts';
import { LISTENING, place, renew, shows, stepAt, type Turn } from './turn.ts';
import { type Meaning, understand } from './understand.ts';
import { walk } from './walk.ts';
import type { Intent } from './words.ts';

const MOST_CALLS = 8;
/** So many turns running may ask about danger, before one doesn't. */
const MOST_PROBES = 3;
/** "Who could I talk to about it?" chooses nothing, whatever option its words hold. */
const ASKS_WHOM: readonly string[] = ['asks-whom', 'asks-whom-work'];
/** The entry of `everywhere` for who asks for a language that the site doesn't speak. */
const ONE_LANGUAGE = 'one-language';

/** Goes on from the question that was asked by what the person answered. */
export function answerAt(turn: Turn, answer: DialogAnswer): void {
  const { state } = turn;
  const resumes = !stepAt(turn.library, state.flow, state.step).ask;
  if (resumes) {
    // Somebody writes on after an end: they are met where the flow says so.
    renew(turn);
    const resume = turn.newest.flows.get(state.flow)?.flow.resume;
    Object.assign(state, resume === undefined ? LISTENING : place(resume, state.flow));
  }
  const here: Place = { flow: state.flow, step: state.step };
  const { ask = 'open' } = stepAt(turn.library, here.flow, here.step);
  const meaning = meaningOf(turn, here, answer);
  const intent = meaning.kind === 'intent' ? meaning.intent : undefined;
  const option = meaning.kind === 'option' ? meaning.option : undefined;
  const heard = heardHere(turn, here);
  const last = heardHere(turn, here, true);
  const signals = signalsOf(turn, intent);
  const pressing = topicOf(turn, here, signals, isPressing);
  const corrected = topicOf(turn, here, signals, ({ 'even-at': evenAt }) => evenAt !== undefined);
  const aside = inDangerNow(turn, here) ? undefined : topicOf(turn, here, signals, isOpen);

  if (meaning.kind === 'option' && meaning.whole) choose(turn, here, meaning.option);
  else if (heard && inDangerNow(turn, here)) hear(turn, here, heard);
  else if (pressing) lead(turn, pressing);
  else if (heard) hear(turn, here, heard);
  else if (corrected) lead(turn, corrected);
  else if (option !== undefined && !(aside && shows(signals, ASKS_WHOM)))
    choose(turn, here, option);
  else if (intent) grant(turn, here, intent, answer.text);
  else if (aside) {
    state.returnTo = onward(turn, here);
    lead(turn, aside);
  } else if (last) hear(turn, here, last);
  else if (resumes) goTo(turn, here);
  else if (ask !== 'open') setAside(turn, here);
  else {
    echo(turn, here);
    follow(turn, here, 'text');
  }
}

function meaningOf({ library, voice }: Turn, here: Place, answer: DialogAnswer): Meaning {
  const { ask = 'open', options: ids = [] } = stepAt(library, here.flow, here.step);
  const options = ids.map((id) => ({
    id,
    texts: LANGUAGES.flatMap((language) => {
      const option = library.flows.get(here.flow)?.texts[language][here.step]?.options?.[id];
      return option === undefined ? [] : [option];
    }),
  }));
  return understand(answer, { ask, options }, languagesAtHand(library, voice));
}

/** Wishes that are met as such even where the model, and it alone, sees danger in them. */
const PLAIN_WISHES: readonly Intent[] = ['person', 'numbers', 'who', 'why', 'privacy', 'language'];

/** Whether an answer is an option and nothing else, or one of the wishes that are plain. */
export function isPlain(turn: Turn, answer: DialogAnswer): boolean {
  const meaning = meaningOf(turn, { flow: turn.state.flow, step: turn.state.step }, answer);
  if (meaning.kind === 'intent') return PLAIN_WISHES.includes(meaning.intent);
  return meaning.kind === 'option' && meaning.whole;
}

/** Whether a message says goodbye and nothing else. */
export function isGoodbye(turn: Turn, answer: DialogAnswer): boolean {
  const meaning = meaningOf(turn, { flow: turn.state.flow, step: turn.state.step }, answer);
  return meaning.kind === 'intent' && meaning.intent === 'bye';
}

/** Whether an answer means something to the question that was asked, beyond being words. */
export function fits(turn: Turn, answer: DialogAnswer): boolean {
  const here: Place = { flow: turn.state.flow, step: turn.state.step };
  if (heardHere(turn, here)) return true;
  const { kind } = meaningOf(turn, here, answer);
  return kind === 'option' || kind === 'intent';
}

/** Notes the id of the option, never the words, and only what belongs to the conversation. */
function choose(turn: Turn, here: Place, option: string): void {
  const { library, state } = turn;
  const step = stepAt(library, here.flow, here.step);
  const name = step['save-as'];
  const memory = name && library.flows.get(here.flow)?.flow.remembers?.[name];
  if (name !== undefined && memory !== 'device-only') state.saved[name] = option;
  const value = step.tally?.values[option];
  if (step.tally && value !== undefined) {
    state.tally = { ...state.tally, [step.tally.key]: value };
  }
  follow(turn, here, option);
}

function follow(turn: Turn, here: Place, answer: string): void {
  const step = stepAt(turn.library, here.flow, here.step);
  const branch = takeBranch(turn, here, step, answer);
  if (!branch) throw new Error(`no branch for "${answer}" at "${here.flow}.${here.step}"`);
  if (branch.leaves) turn.state.returnTo = [];
  take(turn, here, branch);
}

/** Goes a way, and keeps what taking it reveals. */
function take(turn: Turn, here: Place, way: Pick<Branch, 'go' | 'raises'>): void {
  if (way.raises) turn.raises = way.raises;
  goTo(turn, place(way.go, here.flow));
}

/** What the step says that such words are heard as; with `last`, when they fit nothing else. */
const heardHere = ({ library, signals }: Turn, here: Place, last?: true) =>
  stepAt(library, here.flow, here.step).hears?.find(
    (entry) => entry.last === last && shows(signals, entry.signal) && !shows(signals, entry.unless),
  );

function hear(turn: Turn, here: Place, heard: Hearing): void {
  const { hears } = stepAt(turn.library, here.flow, here.step);
  turn.library.watch?.taken(here.flow, here.step, `hears-${hears?.indexOf(heard) ?? 0}`);
  take(turn, here, heard);
}
type Hearing = NonNullable<ReturnType<typeof heardHere>>;

/** "Are you a real person?" is a question, and no wish for one. */
function signalsOf({ signals = [] }: Turn, intent: Intent | undefined): readonly string[] {
  if (intent === 'who') return signals.filter((name) => name !== 'asks-for-human');
  return intent === 'person' ? [...signals, 'asks-for-human'] : signals;
}

export const inDangerNow = ({ library }: Turn, { flow, step }: Place): boolean =>
  library.flows.get(flow)?.flow['danger-now']?.includes(step) ?? false;

/** Where a subject goes on after something said between the lines. */
export function onward(turn: Turn, here: Place): Place[] {
  const { library, state } = turn;
  if (isInterlude(turn, here)) return state.returnTo;
  const flow = library.flows.get(here.flow)?.flow;
  if (flow?.onward !== undefined) return [place(flow.onward, here.flow)];
  const step = stepAt(library, here.flow, here.step);
  const inTopic = flow?.topic?.includes(here.step);
  const branch = inTopic ? chooseBranch(turn, here, step, 'text') : undefined;
  // A closed question of a subject is gone on from as if it had fitted nothing.
  const on = branch?.go ?? (inTopic ? step.unclear : undefined);
  return [on === undefined ? { flow: LISTENING.flow, step: 'more' } : place(on, here.flow)];
}

/** Whether something is said between the lines of a subject that is to be gone back to. */
function isInterlude(turn: Turn, here: Place): boolean {
  const { library, state } = turn;
  if (state.returnTo.length === 0) return false;
  const branch = chooseBranch(turn, here, stepAt(library, here.flow, here.step), 'text');
  if (!branch) return false;
  const { flow, step } = place(branch.go, here.flow);
  return library.flows.get(flow)?.flow.steps[step]?.return === true;
}

/** The flow whose rules hold here: between the lines, those of the subject that is gone back to. */
const rulingFlow = (turn: Turn, here: Place): string =>
  (isInterlude(turn, here) && turn.state.returnTo.at(-1)?.flow) || here.flow;

function goTo(turn: Turn, to: Place): void {
  turn.state.misses = 0;
  walk(turn, to);
}

/** A place, and the version in which it is to be looked up. */
interface Lead {
  readonly to: Place;
  readonly of: Library;
}

function lead(turn: Turn, { to, of }: Lead): void {
  if (of !== turn.library) renew(turn);
  // Nobody is led back into the exercise or questionnaire that this interrupts.
  turn.state.returnTo = turn.state.returnTo.filter(({ goOn }) => !goOn);
  goTo(turn, to);
}

type OnSignal = NonNullable<Flow['on-signal']>[number];
/** What can't wait for the answer to the question. */
const isPressing = ({ only, 'even-at': evenAt }: OnSignal) => !only && !evenAt;
/** What a question leaves room for, once the answer is none to it. */
const isOpen = ({ only }: OnSignal) => only !== undefined;

/**
 * Where a signal leads from here, if anywhere; what can't wait as the newest version says.
 * Asking for a person is never talked over.
 */
export function topicOf(
  turn: Turn,
  here: Place,
  signals: readonly string[],
  counts: (entry: OnSignal) => boolean,
): Lead | undefined {
  const { library, newest, state, words } = turn;
  const told = counts === isOpen ? library : newest;
  const ruling = rulingFlow(turn, here);
  const flow = told.flows.get(ruling)?.flow;
  const list = flow?.['on-signal'] ?? told.flows.get(GLOBAL)?.flow['on-signal'] ?? [];
  const home = flow?.['on-signal'] ? ruling : GLOBAL;
  for (const { signal, unless, saved, unsaved, go, times = 1, only, by, ...entry } of list.filter(
    counts,
  )) {
    if (many(unsaved).some((name) => state.saved[name] !== undefined)) continue;
    if (saved && !many(saved).some((name) => state.saved[name] !== undefined)) continue;
    if (entry.with !== undefined && !shows(signals, entry.with)) continue;
    if (only === 'idle' && flow?.topic?.includes(here.step)) continue;
    if (!shows(by === 'words' ? words : signals, signal) || shows(signals, unless)) continue;
    // Words in which the rules see danger are no small talk.
    if (told === library && isSmallTalk(go, home) && shows(signals, RULED)) continue;
    const person = many(signal).includes('asks-for-human');
    const to = person ? wishPlace(library, ruling, 'person') : place(go, home);
    if (to && (state.counts[`${to.flow}.${to.step}`] ?? 0) < times) {
      return { to, of: person ? library : told };
    }
  }
  return undefined;
}

const RULED = ['rule-passive', 'rule-active', 'rule-imminent'];
const isSmallTalk = (target: string, home: string): boolean =>
  place(target, home).flow === 'small-talk';

function wishPlace(library: Library, flowId: string, intent: string): Place | undefined {
  const own = library.flows.get(flowId)?.flow.on?.[intent];
  if (own !== undefined) return place(own, flowId);
  const step = library.flows.get(GLOBAL)?.flow.entries?.[intent];
  return step === undefined ? undefined : { flow: GLOBAL, step };
}

/** Answers a global wish; afterwards the interrupted question is asked again in other words. */
function grant(turn: Turn, here: Place, intent: Intent, text: string): void {
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
  const ruling = rulingFlow(turn, here);
  const alone = intent === 'language' && !switchLanguage(turn, text);
  const target =
    (alone ? wishPlace(turn.library, ruling, ONE_LANGUAGE) : undefined) ??
    wishPlace(turn.library, ruling, intent);
  if (!target) throw new Error(`nothing answers the wish "${intent}"`);
  interrupt(turn, here, target);
}

/** What fitted nothing: heard, and once asked again; then on to a step that fits anything. */
function setAside(turn: Turn, here: Place): void {
  const left = turn.state.misses > 0;
  if (echo(turn, here) || left) walk(turn, backTo(turn, here));
  else {
    const target = wishPlace(turn.library, here.flow, 'aside');
    if (target) interrupt(turn, here, target);
  }
}

function interrupt(turn: Turn, here: Place, target: Place): void {
  const back = backTo(turn, here);
  turn.state.returnTo = [...turn.state.returnTo, back].slice(-MOST_CALLS);
  walk(turn, target);
}

/** The question again; a closed one that was passed over twice is left. */
function backTo(turn: Turn, here: Place): Place {
  const { ask, unclear } = stepAt(turn.library, here.flow, here.step);
  const enough = turn.state.misses > 0 || (turn.state.probed?.run ?? 0) >= MOST_PROBES;
  if (ask !== 'open' && unclear !== undefined && enough) {
    turn.library.watch?.taken(here.flow, here.step, 'unclear');
    turn.state.misses = 0;
    return place(unclear, here.flow);
  }
  turn.state.misses += 1;
  return { ...here, askOnly: true };
}

const stepExists = ({ library }: Turn, { flow, step }: Place): boolean =>
  library.flows.get(flow)?.flow.steps[step] !== undefined;
