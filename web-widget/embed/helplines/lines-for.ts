import { type Helpline, type HelplinesByCountry, isTexted } from './helpline.ts';

export interface Lines {
  readonly all: readonly Helpline[];
  /** The three that stand always in sight. */
  readonly short: readonly Helpline[];
}

/**
 * The lines built in for a country (those of `XX` for one that has none), without those whose
 * source is a year old by `day`: whether they were confirmed since, only the service knows.
 */
export const builtInLines = (countries: HelplinesByCountry, country: string, day: string): Lines =>
  inOrder(
    (countries[country.toUpperCase()] ?? countries.XX)?.lines.filter(
      (line) =>
        line.emergency ||
        line.assigned_by ||
        line.expires_on === undefined ||
        (line.expires_on ?? '') > day,
    ) ?? [],
  );

/** Emergencies first, then what is for the young, then the rest. */
export function inOrder(lines: readonly Helpline[]): Lines {
  const emergencies = lines.filter((line) => line.emergency);
  const others = lines.filter((line) => !line.emergency);
  const short = [
    lines.find((line) => line.first),
    emergencies.find((line) => !isTexted(line)),
    emergencies.find(isTexted) ?? lines.find(isTexted),
  ].filter((line) => line !== undefined);
  return {
    all: [
      ...emergencies,
      ...others.filter((line) => line.young),
      ...others.filter((line) => !line.young),
    ],
    short,
  };
}
