import { z } from 'zod';

const Line = z.string().trim().min(1);

/** What is said, in one language, to somebody who writes in a language that the program doesn't read. */
export const UnreadTexts = z.strictObject({
  /** Who we are, what we read, who can read the message, how to go on. */
  first: Line,
  /** Said with it: the first wording that names no number the country lacks. */
  numbers: z.array(Line).min(1),
  /** Said of the next such messages. */
  again: z.array(Line).min(1),
});
export type UnreadTexts = z.infer<typeof UnreadTexts>;

/** By ISO 639-1 code; French and English serve those whose language has no file. */
export const UnreadByLanguage = z.record(z.string().regex(/^[a-z]{2}$/), UnreadTexts);
export type UnreadByLanguage = z.infer<typeof UnreadByLanguage>;
