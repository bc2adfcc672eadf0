import { useState } from 'preact/hooks';
import type { LevelWire } from '../../../server/protocol/turn-wire.ts';
import { levelsBelow } from '../state/level-order.ts';
import { LevelMark } from './level-mark.tsx';
import { Modal } from './modal.tsx';
import { useWords } from './words-context.ts';

const SHORTEST_REASON = 3;
const LONGEST_REASON = 500;

/** Asks to which level, and why: nobody lowers a level without saying what they understood. */
export function LowerDialog(props: {
  level: LevelWire;
  onLower: (level: LevelWire, reason: string) => Promise<boolean>;
  onClose: () => void;
}) {
  const { words } = useWords();
  const texts = words.lowerDialog;
  const choices = levelsBelow(props.level);
  const [level, setLevel] = useState(choices[0]);
  const [reason, setReason] = useState('');
  const [trouble, setTrouble] = useState<string | null>(null);

  async function submit(event: Event) {
    event.preventDefault();
    if (reason.trim().length < SHORTEST_REASON) return setTrouble(texts.reasonTooShort);
    if (level && (await props.onLower(level, reason.trim()))) return props.onClose();
    setTrouble(words.failed);
  }
  return (
    <Modal title={texts.title} onClose={props.onClose}>
      <form class="form" onSubmit={(event) => void submit(event)} noValidate>
        <p>{texts.explain}</p>
        <fieldset class="level-choice">
          <legend>{texts.level}</legend>
          {choices.map((each) => (
            <label key={each}>
              <input
                type="radio"
                name="level"
                checked={each === level}
                onChange={() => setLevel(each)}
              />
              <LevelMark level={each} />
            </label>
          ))}
        </fieldset>
        <label>
          <span>{texts.reason}</span>
          <textarea
            rows={3}
            maxLength={LONGEST_REASON}
            value={reason}
            onInput={(event) => setReason(event.currentTarget.value)}
          />
          <small>{texts.reasonHint}</small>
        </label>
        <p class="trouble" role="alert">
          {trouble}
        </p>
        <div class="actions">
          <button type="button" onClick={props.onClose}>
            {words.cancel}
          </button>
          <button type="submit" class="primary">
            {texts.submit}
          </button>
        </div>
      </form>
    </Modal>
  );
}
