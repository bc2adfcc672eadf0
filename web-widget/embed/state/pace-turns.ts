import type { HandlingWire, TurnWire } from '../../../server/protocol/turn-wire.ts';

export interface PaceContext {
  readonly handling: HandlingWire;
  readonly reducedMotion: boolean;
  /** Since the last bubble appeared. */
  readonly sinceLastMs: number;
  holdsNumber(text: string): boolean;
}

export interface Pace {
  /** Turns up to this `seq` are to be seen now. */
  readonly shownTo: number;
  /** When to look again; `null` when nothing waits. */
  readonly againInMs: number | null;
}

const LONGEST_PAUSE_MS = 700;

/**
 * Lets successive bubbles of the program arrive at a human pace, at most 700 ms apart. Nothing
 * waits that holds a number to call, nor anything while a person is called or there, and nothing
 * that comes before such a turn.
 */
export function paceTurns(turns: readonly TurnWire[], shownTo: number, context: PaceContext): Pace {
  const waiting = turns.filter(({ seq }) => seq > shownTo);
  const pauseMs = (turn: TurnWire): number => {
    const previous = turns[turns.indexOf(turn) - 1];
    const mayWait =
      turn.author === 'bot' &&
      previous?.author === 'bot' &&
      context.handling === 'with-bot' &&
      !context.reducedMotion &&
      !context.holdsNumber(turn.text);
    return mayWait ? Math.min(LONGEST_PAUSE_MS, 300 + 4 * turn.text.length) : 0;
  };
  const urgent = waiting.findLastIndex((turn) => pauseMs(turn) === 0);
  const next = waiting[urgent + 1];
  const nowTo = waiting[urgent]?.seq ?? shownTo;
  if (!next) return { shownTo: nowTo, againInMs: null };
  const elapsedMs = urgent >= 0 ? 0 : context.sinceLastMs;
  const leftMs = pauseMs(next) - elapsedMs;
  if (leftMs > 0) return { shownTo: nowTo, againInMs: leftMs };
  const after = waiting[urgent + 2];
  return { shownTo: next.seq, againInMs: after ? pauseMs(after) : null };
}
