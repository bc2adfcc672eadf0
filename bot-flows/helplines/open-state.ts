import type { Hours } from './helplines.ts';
import { isOpenAt } from './is-open-at.ts';

export type OpenState =
  | { readonly open: boolean; readonly until: Date | null }
  /** The source doesn't say, or says nothing of a holiday: neither is claimed. */
  | { readonly open: null; readonly until: null };

const QUARTER_MS = 15 * 60_000;
const QUARTERS_AHEAD = 8 * 24 * 4;
const UNKNOWN: OpenState = { open: null, until: null };

/**
 * Whether a line is answered at a moment, in its own time zone and on its country's public
 * holidays, and until when that stays so; `until` is `null` for a line that never closes.
 */
export function openState(hours: Hours | null, holidays: readonly string[], at: Date): OpenState {
  if (hours === null) return UNKNOWN;
  if ('open' in hours) return { open: true, until: null };
  const open = isOpenAt(hours, holidays, at);
  if (open === null) return UNKNOWN;
  // Spans begin and end on quarters of an hour, in every time zone there is.
  const next = new Date(Math.floor(at.getTime() / QUARTER_MS) * QUARTER_MS);
  for (let quarter = 0; quarter < QUARTERS_AHEAD; quarter++) {
    next.setTime(next.getTime() + QUARTER_MS);
    if (isOpenAt(hours, holidays, next) !== open) return { open, until: next };
  }
  return { open, until: null };
}
