import { HELPLINE_ROLES, type Helpline, type HelplineRole } from './helplines.ts';
import { isOpenAt } from './is-open-at.ts';
import { lineAbout } from './line-about.ts';

const OR: Record<string, string> = { fr: ' ou le ', en: ' or ' };

/** When the lines are read, and the public holidays of their country. */
export interface LinesAt {
  readonly now: Date;
  readonly holidays: readonly string[];
}

/**
 * What texts may name: `{suicide}` the number, `{suicide-about}` what it is, and so for every
 * role the country has. Emergency numbers are named all together ("15 ou le 112"), and stand
 * in for a police number that isn't listed.
 */
export function helplineValues(
  lines: readonly Helpline[],
  language: 'fr' | 'en',
  at: LinesAt,
): Readonly<Record<string, string>> {
  const values: Record<string, string> = {};
  for (const role of HELPLINE_ROLES) {
    const serving = linesOfRole(lines, role, at);
    const line = serving[0];
    if (!line) continue;
    const labels = role === 'emergency' ? serving.map(({ label }) => label) : [line.label];
    values[role] = labels.join(OR[language]);
    values[`${role}-about`] = lineAbout(line, language, isOpen(line, at));
  }
  if (values.emergency !== undefined) values.police ??= values.emergency;
  return values;
}

/** Lines for one purpose: the country's first line foremost, those closed now last. */
export const linesOfRole = (
  lines: readonly Helpline[],
  role: HelplineRole,
  at: LinesAt,
): readonly Helpline[] =>
  lines
    .filter((line) => line.kind.includes(role))
    .map((line) => ({ line, rank: line.first ? 0 : isOpen(line, at) === false ? 2 : 1 }))
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ line }) => line);

const isOpen = (line: Helpline, { now, holidays }: LinesAt): boolean | null =>
  isOpenAt(line.hours, holidays, now);

/** Names a text may put in braces. */
export const HELPLINE_PLACEHOLDERS: ReadonlySet<string> = new Set(
  HELPLINE_ROLES.flatMap((role) => [role, `${role}-about`]),
);
