import type { Helplines } from '../helplines/helplines.ts';
import type { Flow } from './flow.ts';
import type { LibraryContent } from './library-content.ts';
import type { Texts } from './texts.ts';
import type { Words } from './words.ts';

export const LANGUAGES = ['fr', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

export interface LoadedFlow {
  readonly flow: Flow;
  readonly texts: Readonly<Record<Language, Texts>>;
}

/** Everything the bot can say, checked: nothing in it can leave a person without an answer. */
export interface Library {
  /** Names this version: changes with every word, not with comments or layout. */
  readonly hash: string;
  readonly content: LibraryContent;
  readonly flows: ReadonlyMap<string, LoadedFlow>;
  /** The lines about the conversation itself and the fall-back text. */
  readonly notices: Readonly<Record<Language, Texts>>;
  readonly words: Readonly<Record<Language, Words>>;
  readonly helplines: Helplines;
}

/** The language of a BCP 47 tag, or French, which comes first here. */
export function languageOf(locale: string): Language {
  const primary = locale.toLowerCase().split(/[-_]/)[0];
  return LANGUAGES.find((language) => language === primary) ?? 'fr';
}
