import { RISK_LEVELS } from '../../risk-classifier.ts';
import { confusion } from './confusion.ts';
import type { Read } from './read.ts';

/** Agreement beyond chance with a 95 % interval; null when there is nothing to agree on. */
export interface Kappa {
  readonly kappa: number | null;
  readonly low: number;
  readonly high: number;
  readonly of: number;
}

const Z = 1.959964;
const LAST = RISK_LEVELS.length - 1;
const weight = (i: number, j: number) => 1 - ((i - j) / LAST) ** 2;

/**
 * Cohen's kappa with quadratic weights: 1 agrees wholly, 0 is chance. The interval is from the
 * large-sample variance of Fleiss, Cohen and Everitt (1969).
 */
export function quadraticKappa(reads: readonly Read[]): Kappa {
  const of = reads.length;
  const nothing = { kappa: null, low: -1, high: 1, of };
  if (of === 0) return nothing;
  const cells = confusion(reads).flatMap((row, i) =>
    row.map((count, j) => ({ i, j, share: count / of, weight: weight(i, j) })),
  );
  const has = RISK_LEVELS.map((_, at) => sum(cells, (cell) => (cell.i === at ? cell.share : 0)));
  const got = RISK_LEVELS.map((_, at) => sum(cells, (cell) => (cell.j === at ? cell.share : 0)));
  const seen = sum(cells, (cell) => cell.weight * cell.share);
  const chance = sum(cells, ({ i, j, weight: w }) => w * (has[i] ?? 0) * (got[j] ?? 0));
  if (1 - chance < 1e-12) return nothing;
  const kappa = (seen - chance) / (1 - chance);

  const rowMean = RISK_LEVELS.map((_, i) => sum(got, (share, j) => weight(i, j) * share));
  const columnMean = RISK_LEVELS.map((_, j) => sum(has, (share, i) => weight(i, j) * share));
  const spread = sum(cells, ({ i, j, share, weight: w }) => {
    const off = w - ((rowMean[i] ?? 0) + (columnMean[j] ?? 0)) * (1 - kappa);
    return share * off ** 2;
  });
  const variance = (spread - (kappa - chance * (1 - kappa)) ** 2) / (of * (1 - chance) ** 2);
  const side = Z * Math.sqrt(Math.max(0, variance));
  return { kappa, low: Math.max(-1, kappa - side), high: Math.min(1, kappa + side), of };
}

function sum<T>(items: readonly T[], value: (item: T, at: number) => number): number {
  return items.reduce((total, item, at) => total + value(item, at), 0);
}
