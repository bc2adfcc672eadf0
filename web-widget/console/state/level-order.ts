import type { LevelWire } from '../../../server/protocol/turn-wire.ts';

/** From what calls for a person most to what calls for one least. */
export const LEVELS_URGENT_FIRST = [
  'imminent',
  'active',
  'passive',
  'distress',
  'none',
] as const satisfies readonly LevelWire[];

/** The levels a responder can lower this one to, the nearest first. */
export function levelsBelow(level: LevelWire): readonly LevelWire[] {
  return LEVELS_URGENT_FIRST.slice(LEVELS_URGENT_FIRST.indexOf(level) + 1);
}

/** 0 for the most urgent level. */
export function urgencyRank(level: LevelWire): number {
  return LEVELS_URGENT_FIRST.indexOf(level);
}
