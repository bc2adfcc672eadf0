import type { Cell } from './report-day.ts';

/** A sum of cells of which some are hidden. */
export interface Count {
  /** What can be said for certain. */
  readonly atLeast: number;
  readonly exact: boolean;
}

/**
 * Adds up cells. Hidden ones make it a lower bound, never a guess.
 *
 * @param leastHidden what a hidden cell holds at least: one, where it hides a count from one to four.
 */
export function countOf(cells: readonly Cell[], leastHidden: 0 | 1 = 1): Count {
  return {
    atLeast: cells.reduce<number>((sum, cell) => sum + (cell ?? leastHidden), 0),
    exact: cells.every((cell) => cell !== null),
  };
}
