import type { EscalationWire } from '../../../server/protocol/responder-protocol.ts';
import { useWords } from './words-context.ts';

/** Stays on the screen, whatever else is open, while an imminent case has nobody. */
export function AlarmBar(props: {
  ringing: readonly EscalationWire[];
  onTake: (found: EscalationWire) => void;
}) {
  const { words } = useWords();
  const [first] = props.ringing;
  return (
    <div class="alarm-place" role="alert">
      {first && (
        <div class="alarm-bar">
          <strong>{words.alarm.title(props.ringing.length)}</strong>
          <button type="button" onClick={() => props.onTake(first)}>
            {words.alarm.take}
          </button>
        </div>
      )}
    </div>
  );
}
