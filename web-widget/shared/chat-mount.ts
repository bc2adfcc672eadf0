import type { Words } from '../embed/words/voiced-words.ts';
import type { Locale } from './locale.ts';

export const THEMES = ['auto', 'paper', 'dark', 'night'] as const;
export type Theme = (typeof THEMES)[number];

/** What the loader hands to the conversation it has fetched. Both may be of different versions. */
export interface ChatMountOptions {
  readonly root: ShadowRoot;
  /** Of the service, such as `https://chat.example.org`; everything is asked of it alone. */
  readonly origin: string;
  readonly site: string | null;
  readonly mode: 'bubble' | 'page';
  readonly locale: Locale;
  readonly words: Words;
  readonly theme: Theme;
  /** Leaves the page at once, see `leave-now.ts`. */
  exit(): void;
  close(): void;
  chooseLocale(locale: Locale): void;
  chooseTheme(theme: Theme): void;
  /** Turns that came while the conversation was closed; 0 once it is open again. */
  unread(count: number): void;
}

/** A mounted conversation. */
export interface ChatHandle {
  show(): void;
  hide(): void;
  setWords(locale: Locale, words: Words): void;
  setTheme(theme: Theme): void;
  /** Ends the connection and takes everything off the screen; the conversation can be resumed. */
  destroy(): void;
}

export type MountChat = (options: ChatMountOptions) => ChatHandle;
