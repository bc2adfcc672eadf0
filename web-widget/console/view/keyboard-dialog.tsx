import { useState } from 'preact/hooks';
import { keepPreference } from '../session/preference.ts';
import { Modal } from './modal.tsx';
import { useWords } from './words-context.ts';

const THEMES = ['auto', 'paper', 'dark', 'night'] as const;

/** Lists the keys, and lets one switch off what gets in somebody's way. */
export function KeyboardDialog(props: {
  shortcuts: boolean;
  onShortcuts: (enabled: boolean) => void;
  blinking: boolean;
  onBlinking: (enabled: boolean) => void;
  onClose: () => void;
}) {
  const { words } = useWords();
  const texts = words.keyboard;
  const [theme, setTheme] = useState(document.documentElement.dataset.theme);
  const keys = [
    ['j', texts.next],
    ['k', texts.previous],
    [texts.keys.enter, texts.enter],
    ['c', texts.claim],
    ['r', texts.reply],
    [texts.keys.send, texts.send],
    ['?', texts.help],
    [texts.keys.escape, texts.escape],
  ];
  return (
    <Modal title={texts.title} onClose={props.onClose}>
      <dl class="keys">
        {keys.map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <label class="check">
        <input
          type="checkbox"
          checked={props.shortcuts}
          onChange={(event) => props.onShortcuts(event.currentTarget.checked)}
        />
        <span>{texts.enabled}</span>
      </label>
      <label class="check">
        <input
          type="checkbox"
          checked={props.blinking}
          onChange={(event) => props.onBlinking(event.currentTarget.checked)}
        />
        <span>{texts.blinking}</span>
      </label>
      <label class="field">
        <span>{texts.theme}</span>
        <select
          value={theme}
          onChange={(event) => {
            setTheme(event.currentTarget.value);
            keepPreference('theme', event.currentTarget.value);
            document.documentElement.dataset.theme = event.currentTarget.value;
          }}
        >
          {THEMES.map((each) => (
            <option key={each} value={each}>
              {texts.themes[each]}
            </option>
          ))}
        </select>
      </label>
      <div class="actions">
        <button type="button" class="primary" onClick={props.onClose}>
          {texts.done}
        </button>
      </div>
    </Modal>
  );
}
