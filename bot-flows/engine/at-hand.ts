import type { Occasion } from '../dialog.ts';
import { LANGUAGES } from './languages.ts';
import type { Library } from './library.ts';
import type { Voice } from './voice.ts';
import type { Words } from './words.ts';

/** How a flow names the level that a message shows, beside its signals. */
export const LEVELS = {
  passive: 'level-passive',
  active: 'level-active',
  imminent: 'level-imminent',
} as const satisfies Record<Occasion, string>;

/** The signal of a message that speaks of another person, and in no sentence of the writer. */
export const ONLY_OF_ANOTHER = 'only-of-another';

/** People mix languages: the one they are spoken to in comes first, then the others. */
export function languagesAtHand({ words }: Library, { language }: Voice): readonly Words[] {
  const others = LANGUAGES.filter((other) => other !== language);
  return [language, ...others].map((one) => words[one]);
}
