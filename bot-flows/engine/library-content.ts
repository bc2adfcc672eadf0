import { z } from 'zod';
import { Exercise, ExerciseTexts } from './exercise.ts';
import { Flow, Id } from './flow.ts';
import { Questionnaire, QuestionnaireFrame } from './questionnaire.ts';
import { Texts } from './texts.ts';
import { UnreadByLanguage } from './unread-texts.ts';
import { Words } from './words.ts';

const InEveryLanguage = z.strictObject({ fr: Texts, en: Texts });
export type InEveryLanguage = z.infer<typeof InEveryLanguage>;

export const FlowContent = z.strictObject({ flow: Flow, fr: Texts, en: Texts });
export type FlowContent = z.infer<typeof FlowContent>;

export const ExerciseContent = z.strictObject({
  exercise: Exercise,
  fr: ExerciseTexts,
  en: ExerciseTexts,
});
export type ExerciseContent = z.infer<typeof ExerciseContent>;

/**
 * Everything authors wrote, without comments and layout: what is signed, published and kept, so
 * that a conversation finishes on the version it began with. Helplines aren't part of it: people
 * are always told the numbers of today.
 */
export const LibraryContent = z.strictObject({
  schema: z.literal('library/1'),
  flows: z.record(Id, FlowContent),
  notices: InEveryLanguage,
  words: z.strictObject({ fr: Words, en: Words }),
  exercises: z
    .strictObject({ all: z.record(Id, ExerciseContent), shared: InEveryLanguage })
    .optional(),
  questionnaires: z
    .strictObject({ all: z.record(Id, Questionnaire), frame: QuestionnaireFrame })
    .optional(),
  unread: UnreadByLanguage.optional(),
});
export type LibraryContent = z.infer<typeof LibraryContent>;
