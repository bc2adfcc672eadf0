import { HELPLINE_ROLES, type Helpline, type HelplineRole } from './helplines.ts';

const OR: Record<string, string> = { fr: ' ou le ', en: ' or ' };

/**
 * What texts may name: `{suicide}` the number, `{suicide-about}` what it is, and so for every
 * role the country has. Emergency numbers are named all together ("15 ou le 112"), and stand
 * in for a police number that isn't listed.
 */
export function helplineValues(
  lines: readonly Helpline[],
  language: 'fr' | 'en',
): Readonly<Record<string, string>> {
  const values: Record<string, string> = {};
  for (const role of HELPLINE_ROLES) {
    const serving = linesOfRole(lines, role);
    const line = serving[0];
    if (!line) continue;
    const labels = role === 'emergency' ? serving.map(({ label }) => label) : [line.label];
    values[role] = labels.join(OR[language]);
    values[`${role}-about`] = line.about[language];
  }
  if (values.emergency !== undefined) values.police ??= values.emergency;
  return values;
}

/** Lines for one purpose, the country's first line foremost, those for one region last. */
export function linesOfRole(lines: readonly Helpline[], role: HelplineRole): readonly Helpline[] {
  return lines
    .filter((line) => line.for.includes(role))
    .toSorted((a, b) => Number(b.first ?? false) - Number(a.first ?? false));
}

/** Names a text may put in braces. */
export const HELPLINE_PLACEHOLDERS: ReadonlySet<string> = new Set(
  HELPLINE_ROLES.flatMap((role) => [role, `${role}-about`]),
);
