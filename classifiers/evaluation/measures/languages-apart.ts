import { FOUND_GATES, type GateResult, result, SHARE_GATES, shareOf } from './gates.ts';
import type { Read } from './read.ts';
import { type Difference, newcombe, type Share } from './share.ts';

export interface LanguagesApart {
  readonly gate: string;
  readonly fr: Share;
  readonly en: Share;
  /** French less English. */
  readonly apart: Difference;
}

const MOST_APART = 0.03;

/** Each share in French beside the same in English. */
export function languagesApart(reads: readonly Read[]): readonly LanguagesApart[] {
  const of = (lang: string) => reads.filter(({ row }) => row.lang === lang);
  return SHARE_GATES.map((gate) => {
    const [fr, en] = [shareOf(gate, of('fr')), shareOf(gate, of('en'))];
    return { gate: gate.id, fr, en, apart: newcombe(fr, en) };
  });
}

/**
 * The gate "French within 3 points of English": the mean of the four shares of people in danger
 * who are found, in French, less the same in English. One number, since each share by itself
 * stands on too few rows to tell 3 points from chance; all of them are shown beside it.
 */
export function languagesGate(apart: readonly LanguagesApart[]): GateResult {
  const found = apart.filter(({ gate }) => FOUND_GATES.includes(gate));
  const differences = found.map((one) => one.apart.difference);
  const known = differences.filter((one) => one !== null);
  const whole = known.length === found.length && known.length > 0;
  const mean = whole ? known.reduce((sum, one) => sum + one, 0) / known.length : null;
  // As if the four were independent; they share rows, so it is a little narrower than it should be.
  const side = (of: (one: Difference) => number) =>
    Math.hypot(...found.map(({ apart: one }) => of(one) - (one.difference ?? 0))) / found.length;
  return result({
    id: 'languages-apart',
    asked: { atMost: MOST_APART },
    value: mean === null ? null : Math.abs(mean),
    low: 0,
    high:
      mean === null
        ? 1
        : Math.abs(mean) +
          Math.max(
            side((one) => one.low),
            side((one) => one.high),
          ),
    of: found.reduce((sum, { fr, en }) => sum + fr.of + en.of, 0),
  });
}
