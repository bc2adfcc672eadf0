import { type Helpline, type Helplines, linesFor } from './helplines.ts';

/** What decides which lines of a country people see. */
export interface ShownAt {
  readonly now: Date;
  /** Ids of lines that an operator has confirmed within the year. */
  readonly confirmedLines?: readonly string[] | undefined;
}

/**
 * The lines of a country that people may be given now: those whose source is less than a year
 * old, those an operator has confirmed since, and those that are never left out.
 */
export const shownLines = (
  helplines: Helplines,
  country: string,
  { now, confirmedLines = [] }: ShownAt,
): readonly Helpline[] =>
  linesFor(helplines, country).filter(
    (line) => isLasting(line) || isFresh(line, now) || confirmedLines.includes(line.id),
  );

/** Emergency numbers, and those a State gave to one service: a wrong day can't take them away. */
export const isLasting = ({ emergency, assignedBy }: Helpline): boolean =>
  emergency === true || assignedBy !== undefined;

/** Whether the source of a line is less than a year old; never so for an undated one. */
export const isFresh = ({ expiresOn }: Helpline, now: Date): boolean =>
  expiresOn !== null && expiresOn > now.toISOString().slice(0, 10);
