import type { LevelWire } from '../../../server/protocol/turn-wire.ts';
import { useWords } from './words-context.ts';

/** How much of the circle is filled: the level can be told without its colour. */
const FILLED: Readonly<Record<LevelWire, string>> = {
  none: '',
  distress: 'M12 12V2a10 10 0 0 1 10 10Z',
  passive: 'M12 2a10 10 0 0 1 0 20Z',
  active: 'M12 12H2A10 10 0 1 0 12 2Z',
  imminent: 'M12 2a10 10 0 1 1 0 20a10 10 0 1 1 0-20Z',
};

/** A level by shape, word and colour: ○ ◔ ◑ ◕ ●. */
export function LevelMark({ level }: { level: LevelWire }) {
  const { words } = useWords();
  return (
    <span class={`level level-${level}`}>
      <LevelShape level={level} />
      <span class="level-word">{words.levels[level]}</span>
    </span>
  );
}

/** The shape alone, for a place where the word stands beside it. */
export function LevelShape({ level }: { level: LevelWire }) {
  return (
    <svg class={`level-shape level-${level}`} viewBox="0 0 24 24" aria-hidden="true">
      <circle cx="12" cy="12" r="10" />
      <path d={FILLED[level]} />
    </svg>
  );
}
