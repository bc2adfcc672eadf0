import { helplineValues } from './helpline-values.ts';
import type { Helplines } from './helplines.ts';
import { isLasting } from './shown-lines.ts';

export interface CountryValues {
  readonly country: string;
  readonly values: Readonly<Record<string, string>>;
}

/** A night and a day, so that texts are measured with lines that are closed as well. */
const MOMENTS = [new Date('2026-01-07T03:00:00Z'), new Date('2026-01-07T12:00:00Z')];
const known = new WeakMap<Helplines, Map<string, readonly CountryValues[]>>();

/**
 * Every set of values a text may be filled with, for the checks: each country by night and by
 * day, with all its lines and with those alone that are never left out.
 */
export function valuesEverywhere(
  helplines: Helplines,
  language: 'fr' | 'en',
): readonly CountryValues[] {
  const byLanguage = known.get(helplines) ?? new Map<string, readonly CountryValues[]>();
  known.set(helplines, byLanguage);
  let all = byLanguage.get(language);
  if (!all) {
    all = Object.entries(helplines.countries).flatMap(([country, { lines, holidays }]) =>
      [lines, lines.filter(isLasting)].flatMap((shown) =>
        MOMENTS.map((now) => ({
          country,
          values: helplineValues(shown, language, { now, holidays }),
        })),
      ),
    );
    byLanguage.set(language, all);
  }
  return all;
}
