import { z } from 'zod';
import { AGES, Id, Target } from './flow.ts';
import { Bubble } from './wording.ts';

/** Official wording, to the letter, in the languages in which there is one. */
const Verbatim = z.partialRecord(z.enum(['fr', 'en']), z.string().trim().min(1));
/** What we say ourselves, in as many languages. */
const Own = z.partialRecord(z.enum(['fr', 'en']), Bubble);

const Answer = z.strictObject({ value: z.int().min(0).max(10), text: Verbatim });
const Item = z.strictObject({
  id: Id,
  text: Verbatim,
  /** Where an item has answers of its own. */
  answers: z.array(Answer).min(2).max(7).optional(),
  /** What can't wait for the end: from this value on the person is led there at once. */
  interrupts: z
    .strictObject({
      'at-least': z.int().min(1),
      go: Target,
      raises: z.enum(['distress', 'passive', 'active', 'imminent']).optional(),
    })
    .optional(),
});
export type Item = z.infer<typeof Item>;

/** A published questionnaire, word for word, scored and banded as published. */
export const Questionnaire = z.strictObject({
  schema: z.literal('questionnaire/1'),
  id: Id,
  version: z.int().positive(),
  about: z.string().min(1),
  licence: z.string().min(1),
  /** Where the official wording was taken from, with its edition, by language. */
  source: Verbatim,
  /** Whom it was made for; others are led past it. Everybody, when left out. */
  ages: z.array(z.enum(AGES)).min(1).optional(),
  /** The instruction, verbatim, said before the first item. */
  lead: Verbatim,
  answers: z.array(Answer).min(2).max(7),
  items: z.array(Item).min(1).max(30),
  /** The sum is multiplied by this; 1 when left out. */
  times: z.int().min(1).max(20).optional(),
  /** From the lowest to the highest; each holds to its `up-to`, what is said names no number. */
  bands: z
    .array(z.strictObject({ id: Id, 'up-to': z.int().min(0), text: Own }))
    .min(2)
    .max(8),
});
export type Questionnaire = z.infer<typeof Questionnaire>;

/** What is said around every questionnaire; `questionnaires/shared.yaml`. */
export const QuestionnaireFrame = z.strictObject({
  schema: z.literal('questionnaire-frame/1'),
  version: z.int().positive(),
  /** Before it: that it can be left, and that it is no diagnosis. */
  before: Own,
  /** After the band: that this is no diagnosis, and what next. */
  after: Own,
  /** When it is left half-way. */
  left: Own,
  /** The option that leaves it. */
  stop: z.record(z.enum(['fr', 'en']), z.string().min(1)),
});
export type QuestionnaireFrame = z.infer<typeof QuestionnaireFrame>;

/** The highest score that answers can give. */
export function highestScore({ items, answers, times = 1 }: Questionnaire): number {
  const most = (own: Item['answers']) => Math.max(...(own ?? answers).map(({ value }) => value));
  return times * items.reduce((sum, item) => sum + most(item.answers), 0);
}
