import type { Locale } from '../../shared/locale.ts';
import type { Lines } from '../helplines/lines-for.ts';
import type { Words } from '../words/voiced-words.ts';

/** What every part of the screen speaks with. */
export interface View {
  readonly words: Words;
  readonly locale: Locale;
  /** Of the service. */
  readonly origin: string;
  readonly lines: Lines;
}
