import { helplineValues, linesOfRole } from './helpline-values.ts';
import { HELPLINE_ROLES, type Helplines, holidaysFor } from './helplines.ts';
import { type ShownAt, shownLines } from './shown-lines.ts';

/** What texts may say of a country's lines at a moment. */
export interface LinesTold {
  readonly values: Readonly<Record<string, string>>;
  /** Id of the line that serves each role, so that none is shown twice. */
  readonly serving: Readonly<Record<string, string>>;
}

/** What is open and what is past its date changes on quarters of an hour, and never between. */
const QUARTER_MS = 15 * 60_000;
const MOST_KEPT = 64;
const kept = new WeakMap<Helplines, Map<string, LinesTold>>();

export function linesTold(
  helplines: Helplines,
  country: string,
  language: 'fr' | 'en',
  { now, confirmedLines = [] }: ShownAt,
): LinesTold {
  const quarter = Math.floor(now.getTime() / QUARTER_MS);
  const key = [country, language, quarter, ...confirmedLines].join(' ');
  const known = kept.get(helplines) ?? new Map<string, LinesTold>();
  kept.set(helplines, known);
  let told = known.get(key);
  if (!told) {
    const lines = shownLines(helplines, country, { now, confirmedLines });
    const at = { now, holidays: holidaysFor(helplines, country) };
    told = {
      values: helplineValues(lines, language, at),
      serving: Object.fromEntries(
        HELPLINE_ROLES.flatMap((role) => {
          const line = linesOfRole(lines, role, at)[0];
          return line ? [[role, line.id]] : [];
        }),
      ),
    };
    if (known.size >= MOST_KEPT) known.clear();
    known.set(key, told);
  }
  return told;
}
