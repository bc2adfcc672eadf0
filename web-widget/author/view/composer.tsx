import { useState } from 'preact/hooks';
import type { LevelWire, MoveWire } from '../../../bot-flows/author/page/page-wire.ts';
import { LevelShape } from '../../console/view/level-mark.tsx';
import { useWords } from '../../console/view/words-context.ts';
import { useAuthorWords } from './author-words.ts';

const LEVELS: readonly LevelWire[] = ['none', 'distress', 'passive', 'active', 'imminent'];

/** Writes as the person, with the level and the signals of the message set by hand. */
export function Composer(props: {
  signals: readonly string[];
  canSend: boolean;
  onSend: (move: MoveWire) => void;
}) {
  const { talk: words } = useAuthorWords();
  const { words: shared } = useWords();
  const [text, setText] = useState('');
  const [level, setLevel] = useState<LevelWire>('none');
  const [signals, setSignals] = useState<readonly string[]>([]);

  function send() {
    if (text.trim() === '' || !props.canSend) return;
    props.onSend({ text: text.trim(), level, signals });
    // Each message is read by itself.
    setText('');
    setLevel('none');
    setSignals([]);
  }
  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <div class="write">
        <input
          type="text"
          aria-label={words.write}
          placeholder={words.write}
          autoComplete="off"
          value={text}
          onInput={({ currentTarget }) => setText(currentTarget.value)}
        />
        <button type="submit" class="primary" aria-disabled={text.trim() === ''}>
          {words.send}
        </button>
      </div>
      <fieldset class="levels">
        <legend>{words.level}</legend>
        {LEVELS.map((each) => (
          <label key={each}>
            <input
              type="radio"
              name="level"
              value={each}
              checked={each === level}
              onChange={() => setLevel(each)}
            />
            <span>
              <LevelShape level={each} />
              {shared.levels[each]}
            </span>
          </label>
        ))}
      </fieldset>
      <div class="chosen-signals">
        <select
          aria-label={words.signals}
          value=""
          onChange={({ currentTarget }) => {
            const { value } = currentTarget;
            if (value !== '') setSignals([...new Set([...signals, value])]);
            currentTarget.value = '';
          }}
        >
          <option value="">{words.addSignal}</option>
          {props.signals.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
        {signals.map((name) => (
          <button
            key={name}
            type="button"
            class="signal"
            aria-label={words.removeSignal(name)}
            onClick={() => setSignals(signals.filter((one) => one !== name))}
          >
            {name} <span aria-hidden="true">×</span>
          </button>
        ))}
      </div>
    </form>
  );
}
