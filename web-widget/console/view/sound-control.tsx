import type { AlarmSound } from '../sound/alarm-sound.ts';
import { useWords } from './words-context.ts';

/** Says whether the alarm could be heard now, and lets one hear it. */
export function SoundControl(props: { sound: AlarmSound; state: 'ready' | 'blocked' }) {
  const { words } = useWords();
  const { sound, state } = props;
  const test = () => void sound.allow().then(() => sound.ring());
  if (state === 'ready') {
    return (
      <button type="button" class="plain" onClick={test}>
        {words.alarm.test}
      </button>
    );
  }
  return (
    <span class="sound-blocked" role="status">
      {words.alarm.soundBlocked}{' '}
      <button type="button" onClick={test}>
        {words.alarm.allowSound}
      </button>
    </span>
  );
}
