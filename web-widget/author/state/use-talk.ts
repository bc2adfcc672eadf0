import { useEffect, useState } from 'preact/hooks';
import type {
  LanguageWire,
  MoveWire,
  PlayedAnswerWire,
  PlayedWire,
  PlayWire,
  SettingWire,
} from '../../../bot-flows/author/page/page-wire.ts';
import type { Place } from './place.ts';
import { useAsked } from './use-asked.ts';

/** A conversation that is tried: where it began, what was done in it, and what was answered. */
export interface Talk {
  readonly from: Place | null;
  readonly moves: readonly MoveWire[];
  readonly turns: readonly PlayedWire[];
  /** Where it began is gone. */
  readonly isLost: boolean;
  begin(place: Place): void;
  /** As `begin`, by the page itself: nobody asked to be led there. */
  beginUnasked(place: Place): void;
  move(move: MoveWire): void;
  undo(): void;
}

/**
 * The whole conversation is played anew with every move, setting and change of the files: what is
 * shown is always what would be said now.
 * @param onTurn told where the conversation stands whenever it went on.
 */
export function useTalk(
  language: LanguageWire,
  setting: SettingWire,
  mark: string | null,
  onTurn: (at: string) => void,
): Talk {
  const [from, setFrom] = useState<Place | null>(null);
  const [wasAsked, setWasAsked] = useState(false);
  const [moves, setMoves] = useState<readonly MoveWire[]>([]);
  const play: PlayWire | null = from && {
    flow: from.flow,
    ...(from.step !== null && { step: from.step }),
    language,
    setting,
    moves,
  };
  const asked = useAsked<PlayedAnswerWire>(play && { url: '/api/play', body: play }, mark);
  const turns = asked.kind === 'known' ? asked.answer.turns : [];
  const last = turns.at(-1)?.at ?? null;
  const isAnswered = turns.length === moves.length + 1;
  useEffect(() => {
    if (isAnswered && wasAsked && last !== null) onTurn(last);
    // Only when it goes on: what is looked at meanwhile is left alone.
  }, [from, moves, isAnswered, last]);

  const begin = (place: Place, asked: boolean) => {
    setFrom(place);
    setMoves([]);
    setWasAsked(asked);
  };
  return {
    from,
    moves,
    turns,
    isLost: asked.kind === 'unknown',
    begin: (place) => begin(place, true),
    beginUnasked: (place) => begin(place, false),
    move(move) {
      setMoves([...moves, move]);
      setWasAsked(true);
    },
    undo: () => setMoves(moves.slice(0, -1)),
  };
}
