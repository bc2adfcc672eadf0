import { atLeast, RISK_LEVELS, type RiskLevel } from '../../risk-classifier.ts';
import type { JudgedRow } from './read.ts';
import { type Share, wilson } from './share.ts';

/** Of the rows whose probability lies in one tenth, how often it was so. */
export interface Bin {
  readonly from: number;
  readonly to: number;
  /** Mean of the probabilities in it; null when there is none. */
  readonly said: number | null;
  readonly was: Share;
}

export interface Reliability {
  /** The probability is that of this level or higher. */
  readonly level: RiskLevel;
  readonly bins: readonly Bin[];
  /** Expected calibration error: how far apart the two are, on average over the rows. */
  readonly error: number | null;
}

const BINS = 10;

/** Whether probabilities of "this level or higher" are to be believed, for each level above none. */
export function reliability(rows: readonly JudgedRow[]): readonly Reliability[] {
  return RISK_LEVELS.slice(1).map((level) => {
    const seen = rows.map(({ row, probabilities }) => ({
      said: cumulative(probabilities, level),
      was: atLeast(row.level, level),
    }));
    const bins = Array.from({ length: BINS }, (_, at): Bin => {
      const own = seen.filter(({ said }) => Math.min(BINS - 1, Math.floor(said * BINS)) === at);
      const sum = own.reduce((total, { said }) => total + said, 0);
      return {
        from: at / BINS,
        to: (at + 1) / BINS,
        said: own.length === 0 ? null : sum / own.length,
        was: wilson(own.filter(({ was }) => was).length, own.length),
      };
    });
    const off = bins.map(({ said, was }) => Math.abs((said ?? 0) - (was.share ?? 0)) * was.of);
    const error = rows.length === 0 ? null : off.reduce((a, b) => a + b, 0) / rows.length;
    return { level, bins, error };
  });
}

function cumulative(probabilities: JudgedRow['probabilities'], floor: RiskLevel): number {
  const above = RISK_LEVELS.filter((level) => atLeast(level, floor));
  return Math.min(
    1,
    above.reduce((sum, level) => sum + probabilities[level], 0),
  );
}
