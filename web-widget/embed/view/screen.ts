import type { Theme } from '../../shared/chat-mount.ts';
import type { Locale } from '../../shared/locale.ts';

export type Sheet = 'none' | 'numbers' | 'settings';

/** What the screen remembers besides the conversation. */
export interface Screen {
  readonly isOpen: boolean;
  readonly locale: Locale;
  readonly theme: Theme;
  readonly sheet: Sheet;
  /** Written and not sent. */
  readonly text: string;
  /** Whether erasing was asked for and waits to be confirmed. */
  readonly sure: boolean;
  /** Something was said below the part that is seen. */
  readonly behind: boolean;
  /** How often Shift was pressed on the way out. */
  readonly presses: number;
}

/** Everything a person can do here. */
export interface Acts {
  exit(): void;
  close(): void;
  toggle(sheet: Sheet): void;
  write(text: string): void;
  send(): void;
  choose(id: string, label: string): void;
  takeBack(turnId: string): void;
  beSure(sure: boolean): void;
  erase(): void;
  restart(): void;
  chooseLocale(locale: Locale): void;
  chooseTheme(theme: Theme): void;
  scrolled(): void;
  toEnd(): void;
}
