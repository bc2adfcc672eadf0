import type { Choice, DialogContext, DialogReply, Saying } from '../dialog.ts';
import { fullTarget, many } from './flow.ts';
import type { FlowState, Place } from './flow-state.ts';
import type { Language } from './languages.ts';
import type { Library } from './library.ts';
import type { RunStep } from './run-flow.ts';
import type { StepTexts } from './texts.ts';
import { remember, type Voice } from './voice.ts';

/** The step that takes any words, where a lost thread is taken up. */
export const LISTENING: Place = { flow: 'check-in', step: 'listen' };

/** One turn being put together. */
export interface Turn {
  /** The version the conversation is on; the newest from the first safety text on. */
  library: Library;
  readonly newest: Library;
  voice: Voice;
  readonly context: DialogContext;
  readonly state: FlowState;
  readonly says: Saying[];
  /** What the message shows: the classifier's signals, its words and its level; none without one. */
  readonly signals?: readonly string[];
  /** Those of them that its words say. */
  readonly words?: readonly string[];
  raises?: DialogReply['raises'];
  request?: DialogReply['request'];
  /** The language in which the conversation goes on, when it was changed. */
  language?: Language;
}

export function stepAt(library: Library, flow: string, step: string): RunStep {
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

/** Whether a message shows one of these signals. */
export const shows = (
  signals: readonly string[] | undefined,
  wanted: string | readonly string[] | undefined,
): boolean => many(wanted).some((name) => signals?.includes(name));

/** Goes on with the newest version from here on, and leaves behind what leads back. */
export function renew(turn: Turn): void {
  if (turn.library === turn.newest) return;
  turn.library = turn.newest;
  turn.state.returnTo = [];
}

/** Adds a bubble, unless there is nothing to say. */
export function speak(
  turn: Turn,
  text: string | null,
  choices: readonly Choice[] = [],
  aids: Pick<Saying, 'keepAs' | 'breath'> = {},
): void {
  if (text === null) return;
  turn.says.push({ text, ...(choices.length > 0 && { choices }), ...aids });
  turn.state.said = remember(turn.state.said, text);
}

export function count(state: FlowState, key: string): void {
  state.counts[key] = (state.counts[key] ?? 0) + 1;
}
