import { type Helpline, type HelplinesByCountry, isTexted } from './helpline.ts';

/** The lines of a country, emergencies first; those of `XX` for a country that has none here. */
export function linesFor(
  countries: HelplinesByCountry,
  country: string,
): { readonly all: readonly Helpline[]; readonly short: readonly Helpline[] } {
  const lines = countries[country.toUpperCase()]?.lines ?? countries.XX?.lines ?? [];
  const emergencies = lines.filter((line) => line.emergency);
  const short = [
    lines.find((line) => line.first),
    emergencies.find((line) => !isTexted(line)),
    emergencies.find(isTexted) ?? lines.find(isTexted),
  ].filter((line) => line !== undefined);
  return { all: [...emergencies, ...lines.filter((line) => !line.emergency)], short };
}
