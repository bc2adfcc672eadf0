import { useEffect, useState } from 'preact/hooks';
import type { AlarmSound } from './alarm-sound.ts';

const AGAIN_MS = 3000;

/**
 * Rings again and again while something is unclaimed, and gives back whether the browser lets it.
 *
 * @param key changes when what rings changes: a new case rings at once.
 */
export function useAlarmSound(sound: AlarmSound, key: string): 'ready' | 'blocked' {
  const [state, setState] = useState(sound.state);
  useEffect(() => sound.subscribe(() => setState(sound.state())), [sound]);
  useEffect(() => {
    const allow = () => void sound.allow();
    document.addEventListener('pointerdown', allow);
    document.addEventListener('keydown', allow);
    return () => {
      document.removeEventListener('pointerdown', allow);
      document.removeEventListener('keydown', allow);
    };
  }, [sound]);
  useEffect(() => {
    if (key === '') return;
    sound.ring();
    const timer = setInterval(() => sound.ring(), AGAIN_MS);
    return () => clearInterval(timer);
  }, [sound, key, state]);
  return state;
}
