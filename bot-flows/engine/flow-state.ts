import { z } from 'zod';

const Place = z.strictObject({
  flow: z.string(),
  step: z.string(),
  /** Come back to the question alone, without what is said before it. */
  askOnly: z.boolean().optional(),
  /** Come back from a call: take the way on, saying nothing again. */
  goOn: z.boolean().optional(),
});
export type Place = z.infer<typeof Place>;

const State = z.strictObject({
  v: z.literal(1),
  flow: z.string(),
  flowVersion: z.int(),
  step: z.string(),
  /** How many answers in a row fitted nothing. */
  misses: z.int().min(0),
  /** Visits by `flow.step`, askings by `flow.step?`. */
  counts: z.record(z.string(), z.int().min(0)),
  returnTo: z.array(Place).max(8),
  /** Questions asked before this one, newest last, to go back to. */
  trail: z.array(Place).max(6),
  /** Marks of what was said last, newest last, so that nothing is said twice running. */
  said: z.array(z.string()).max(24),
  saved: z.record(z.string(), z.string()),
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
});

export const writeState = (state: FlowState): string => JSON.stringify(state);

/** @returns `null` for what no version of this program has written. Never throws. */
export function readState(text: string): FlowState | null {
  try {
    return State.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
