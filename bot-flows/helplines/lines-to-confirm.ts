import { type Helpline, type Helplines, linesFor } from './helplines.ts';
import { isFresh, isLasting } from './shown-lines.ts';

export interface LineToConfirm {
  readonly line: Helpline;
  /** Left out of what people see until somebody confirms it. */
  readonly leftOut: boolean;
  /** For an operator: since when, and what the source was. */
  readonly reason: string;
}

/** The lines of a country whose source is a year old or undated, those left out first. */
export function linesToConfirm(
  helplines: Helplines,
  country: string,
  now: Date,
): readonly LineToConfirm[] {
  return linesFor(helplines, country)
    .filter((line) => !isFresh(line, now))
    .map((line) => ({ line, leftOut: !isLasting(line), reason: reasonFor(line) }))
    .toSorted((a, b) => Number(b.leftOut) - Number(a.leftOut));
}

/**
 * Lines past their date that the list itself doesn't hold back, each as one line of text: what a
 * build must not be made of.
 */
export const expiredUnawares = (helplines: Helplines, now: Date): readonly string[] =>
  Object.entries(helplines.countries).flatMap(([country, { lines }]) =>
    lines
      .filter((line) => !isLasting(line) && !isFresh(line, now) && line.whenExpired !== 'hide')
      .map(
        (line) =>
          `helpline ${line.label} (${country}): ${reasonFor(line)}. Check it and set verified_on and expires_on, or leave it out with when_expired: hide.`,
      ),
  );

const reasonFor = ({ expiresOn, source }: Helpline): string =>
  `${expiresOn === null ? 'its source is undated' : `expired on ${expiresOn}`} (source: ${source})`;
