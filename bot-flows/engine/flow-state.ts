import { z } from 'zod';

/** The sentences of about ten turns of three bubbles. */
export const SAID_KEPT = 90;

const Place = z.strictObject({
  flow: z.string(),
  step: z.string(),
  /** Come back to the question alone, without what is said before it. */
  askOnly: z.boolean().optional(),
  /** Come back from a call: take the way on, saying nothing again. */
  goOn: z.boolean().optional(),
});
export type Place = z.infer<typeof Place>;

/** Numbers from 0 by name. In long conversations there are many, so they are looked at at once. */
const Counts = z.custom<Record<string, number>>(
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).every((count) => Number.isInteger(count) && count >= 0),
);
const Marks = z.custom<string[]>(
  (value) =>
    Array.isArray(value) &&
    value.length <= SAID_KEPT &&
    value.every((mark) => typeof mark === 'string'),
);

const State = z.strictObject({
  v: z.literal(1),
  flow: z.string(),
  flowVersion: z.int(),
  step: z.string(),
  /** How many answers in a row fitted nothing. */
  misses: z.int().min(0),
  /** Visits by `flow.step`, askings by `flow.step?`. */
  counts: Counts,
  returnTo: z.array(Place).max(8),
  /** Questions asked before this one, newest last, to go back to. */
  trail: z.array(Place).max(6),
  /** Marks of the sentences said last, newest last, so that nothing is said twice soon. */
  said: Marks,
  saved: z.record(z.string(), z.string()),
  /** How many messages the person has written. */
  messages: z.int().min(0).default(0),
  /** At which of them a step was last visited that a branch wants rested. */
  visited: Counts.default({}),
  /** How many turns running asked about safety, and at which message the last one did. */
  probed: z.strictObject({ run: z.int().min(0), at: z.int().min(0) }).optional(),
  /** Whether the talk is about another person's danger. */
  about: z.literal('someone-else').optional(),
  /** Answers of the questionnaire under way, by item; forgotten as soon as it is over. */
  tally: z.record(z.string(), z.int()).optional(),
  /** Hash of the library in which `flow` and `step` are to be looked up; the newest when absent. */
  library: z.string().optional(),
});
/** Where a conversation stands. Holds nothing a person wrote. */
export type FlowState = z.infer<typeof State>;

export const freshState = (flow: string, flowVersion: number, step: string): FlowState => ({
  v: 1,
  flow,
  flowVersion,
  step,
  misses: 0,
  counts: {},
  returnTo: [],
  trail: [],
  said: [],
  saved: {},
  messages: 0,
  visited: {},
});

/** Always in the same order, whatever came and went. */
export function writeState({ probed, about, tally, library, ...state }: FlowState): string {
  return JSON.stringify({ ...state, probed, about, tally, library });
}

/** @returns `null` for what no version of this program has written. Never throws. */
export function readState(text: string): FlowState | null {
  try {
    return State.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/** The version a state names, without reading the rest of it. */
export const libraryOf = (flowState: string | null): string | undefined =>
  flowState === null ? undefined : /"library":"([0-9a-f]+)"/.exec(flowState)?.[1];
