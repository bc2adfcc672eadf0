import { THEMES } from '../../shared/chat-mount.ts';
import type { Locale } from '../../shared/locale.ts';
import type { ChatState } from '../state/chat-state.ts';
import type { Acts, Screen } from './screen.ts';
import type { View } from './view.ts';

export interface SettingsProps {
  readonly view: View;
  readonly erasure: ChatState['erasure'];
  readonly screen: Pick<Screen, 'theme' | 'sure'>;
  readonly acts: Acts;
}

const LANGUAGES: readonly (readonly [Locale, string])[] = [
  ['fr', 'Français'],
  ['en', 'English'],
];

/** Language, appearance, and erasing it all. */
export function Settings({ view, erasure, screen, acts }: SettingsProps) {
  const { words, locale } = view;
  return (
    <div class="settings">
      <fieldset>
        <legend>{words.language}</legend>
        {LANGUAGES.map(([id, name]) => (
          <button
            key={id}
            type="button"
            lang={id}
            aria-pressed={id === locale}
            onClick={() => acts.chooseLocale(id)}
          >
            {name}
          </button>
        ))}
      </fieldset>
      <fieldset>
        <legend>{words.theme}</legend>
        {THEMES.map((id) => (
          <button
            key={id}
            type="button"
            aria-pressed={id === screen.theme}
            onClick={() => acts.chooseTheme(id)}
          >
            {words[id]}
          </button>
        ))}
      </fieldset>
      <p class="quiet">{words.exitNote}</p>
      {screen.sure ? (
        <div class="sure">
          <p>{words.eraseSure}</p>
          {/* What had the focus is gone: it goes to the harmless answer. */}
          <button type="button" ref={focus} onClick={() => acts.beSure(false)}>
            {words.eraseNo}
          </button>
          <button type="button" class="alarm" onClick={acts.erase}>
            {words.eraseYes}
          </button>
          <p role="status">
            {erasure.kind === 'asked' && words.erasing}
            {erasure.kind === 'failed' && words.eraseFailed}
          </p>
        </div>
      ) : (
        <button type="button" class="alarm" onClick={() => acts.beSure(true)}>
          {words.erase}
        </button>
      )}
    </div>
  );
}

const focus = (button: HTMLElement | null) => button?.focus();
