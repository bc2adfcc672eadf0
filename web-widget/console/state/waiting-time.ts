import type { EscalationWire } from '../../../server/protocol/responder-protocol.ts';
import type { LevelWire } from '../../../server/protocol/turn-wire.ts';

const MINUTE = 60_000;

/**
 * The wait at which a bar is full, in milliseconds: the longest answer times proposed for each
 * level (active 15 min, passive 4 h); for an imminent case, which should not wait at all, the
 * time after which a second person is called.
 */
const FULL_AT_MS: Readonly<Record<LevelWire, number>> = {
  imminent: 1 * MINUTE,
  active: 15 * MINUTE,
  passive: 240 * MINUTE,
  distress: 240 * MINUTE,
  none: 240 * MINUTE,
};
/** Somebody who asks for a person sits in front of the screen, whatever the level. */
const ASKED_FULL_AT_MS = 15 * MINUTE;

/** Milliseconds since the wait began; never negative, as two clocks differ. */
export function waitedMs(found: Pick<EscalationWire, 'waitingSince'>, nowMs: number): number {
  return Math.max(0, nowMs - Date.parse(found.waitingSince));
}

/** How much of the time it should wait at most is gone: 0 to 1, and 1 from then on. */
export function shareOfWait(
  found: Pick<EscalationWire, 'waitingSince' | 'level' | 'reason'>,
  nowMs: number,
): number {
  const full = FULL_AT_MS[found.level];
  const limit = found.reason === 'asked-for-person' ? Math.min(full, ASKED_FULL_AT_MS) : full;
  return Math.min(1, waitedMs(found, nowMs) / limit);
}
