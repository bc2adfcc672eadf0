import { linesOfRole } from './helpline-values.ts';
import { type HelplineRole, type Helplines, holidaysFor } from './helplines.ts';
import { type ShownAt, shownLines } from './shown-lines.ts';

/** The numbers of a country for one purpose that people may be given now, in no language's words. */
export function lineLabels(
  helplines: Helplines,
  country: string,
  role: HelplineRole,
  at: ShownAt,
): readonly string[] {
  const { now } = at;
  const lines = shownLines(helplines, country, at);
  const labels = linesOfRole(lines, role, { now, holidays: holidaysFor(helplines, country) }).map(
    ({ label }) => label,
  );
  return role === 'emergency' ? labels : labels.slice(0, 1);
}
