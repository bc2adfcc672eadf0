import type { Helpline } from './helplines.ts';

/** An operator's word that a line is still right, kept by the installation and not here. */
export interface ConfirmedLine {
  readonly id: string;
  /** The number that was confirmed; a line that changes has to be confirmed again. */
  readonly href: string;
  /** Name of who confirmed it. */
  readonly by: string;
  /** Day, such as `2026-11-26`. */
  readonly on: string;
}

const DAY_MS = 24 * 3600_000;
const YEAR_DAYS = 365;

/** The confirmations of these lines that still hold: of the same number, within the year. */
export function holdingConfirmations(
  confirmed: readonly ConfirmedLine[],
  lines: readonly Helpline[],
  now: Date,
): readonly ConfirmedLine[] {
  const oldest = new Date(now.getTime() - YEAR_DAYS * DAY_MS).toISOString().slice(0, 10);
  return confirmed.filter(
    ({ id, href, on }) => on > oldest && lines.some((line) => line.id === id && line.href === href),
  );
}
