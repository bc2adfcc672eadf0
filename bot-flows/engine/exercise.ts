import { z } from 'zod';
import { Id } from './flow.ts';
import { StepTexts } from './texts.ts';

const Seconds = z.int().min(1).max(20);

/** What is done, one small thing after the other, with a way out at each. */
export const Exercise = z.strictObject({
  schema: z.literal('exercise/1'),
  id: Id,
  version: z.int().positive(),
  about: z.string().min(1),
  minutes: z.int().min(1).max(30),
  /** Why it is offered: what was found, and where it was published. */
  evidence: z.array(z.strictObject({ says: z.string().min(1), source: z.string().min(1) })).min(1),
  /** When to leave it be, in words for reviewers; people are told in `start`. */
  'contra-indications': z.array(z.string().min(1)).min(1),
  /** Flows it must never be offered from. */
  'never-in': z.array(Id).optional(),
  /** Seconds of a breath, for a screen that can breathe along at this step. */
  breath: z
    .strictObject({ step: Id, in: Seconds, out: Seconds, times: z.int().min(1).max(60) })
    .optional(),
  /** Keys of the texts, in order. */
  steps: z.array(Id).min(1).max(12),
});
export type Exercise = z.infer<typeof Exercise>;

/** Texts of an exercise: `start`, its steps, `after` and `left`, each as in a flow. */
export const ExerciseTexts = z.record(Id, StepTexts);
export type ExerciseTexts = z.infer<typeof ExerciseTexts>;

/** Steps every exercise has besides its own. */
export const EXERCISE_FRAME = ['start', 'after', 'left'] as const;
/** What the person taps, the same in every exercise; the texts stand in `exercises/shared`. */
export const EXERCISE_OPTIONS = ['next', 'stop', 'better', 'same', 'worse'] as const;
/** How an exercise can have gone, for `when`. */
export const EXERCISE_RESULTS = ['better', 'same', 'worse', 'left'] as const;
