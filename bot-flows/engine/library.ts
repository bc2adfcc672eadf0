import type { Helplines } from '../helplines/helplines.ts';
import type { Language } from './languages.ts';
import type { LibraryContent } from './library-content.ts';
import type { LoadedFlow } from './run-flow.ts';
import type { Texts } from './texts.ts';
import type { Words } from './words.ts';

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
  /** Told of every step that is reached and every way that is taken; for authors' tools. */
  readonly watch?: Watch;
}

export interface Watch {
  reached(flow: string, step: string): void;
  taken(flow: string, step: string, way: Way): void;
}

/** The index of a branch, `unclear`, or what a step hears, by its index. */
export type Way = number | 'unclear' | `hears-${number}`;
