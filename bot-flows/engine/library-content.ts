import { z } from 'zod';
import { Flow, Id } from './flow.ts';
import { Texts } from './texts.ts';
import { Words } from './words.ts';

const InEveryLanguage = z.strictObject({ fr: Texts, en: Texts });
export const FlowContent = z.strictObject({ flow: Flow, fr: Texts, en: Texts });
export type FlowContent = z.infer<typeof FlowContent>;

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
});
export type LibraryContent = z.infer<typeof LibraryContent>;
