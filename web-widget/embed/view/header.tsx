import type { ComponentChildren } from 'preact';
import { HelplineLink } from './helpline-link.tsx';
import type { Sheet } from './screen.ts';
import type { View } from './view.ts';

export interface HeaderProps {
  readonly view: View;
  readonly sheet: Sheet;
  /** How often Shift was pressed on the way out: 0, 1 or 2. */
  readonly presses: number;
  readonly children: ComponentChildren;
  toggle(sheet: Sheet): void;
  exit(): void;
  /** Missing where there is nothing to go back to. */
  readonly close: (() => void) | undefined;
}

/** The way out, the numbers, who answers: always there, always in the same place. */
export function Header({ view, sheet, presses, children, toggle, exit, close }: HeaderProps) {
  const { words, lines } = view;
  return (
    <header>
      <div class="row">
        {/* First for the keyboard, at the right for the eye. */}
        <button type="button" class="exit" title={words.exitHow} onClick={exit}>
          {words.exit}
          <span class="presses" aria-hidden="true" data-presses={presses} />
        </button>
        <nav class="numbers" aria-label={words.numbers}>
          {lines.short.map((line) => (
            <HelplineLink key={line.href} line={line} view={view} />
          ))}
          <button
            type="button"
            class="plain"
            aria-expanded={sheet === 'numbers'}
            aria-label={words.allNumbers}
            onClick={() => toggle('numbers')}
          >
            {words.all}
          </button>
        </nav>
      </div>
      <div class="row">
        <div class="who">{children}</div>
        <button
          type="button"
          class="plain icon"
          aria-expanded={sheet === 'settings'}
          aria-label={words.settings}
          title={words.settings}
          onClick={() => toggle('settings')}
        >
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <path d="M4 7h9M17 7h3M4 17h3M11 17h9" />
            <circle cx="15" cy="7" r="2" />
            <circle cx="9" cy="17" r="2" />
          </svg>
        </button>
        {close && (
          <button
            type="button"
            class="plain icon"
            aria-label={words.close}
            title={words.close}
            onClick={close}
          >
            <svg viewBox="0 0 24 24" aria-hidden="true">
              <path d="M6 9.5l6 6 6-6" />
            </svg>
          </button>
        )}
      </div>
    </header>
  );
}
