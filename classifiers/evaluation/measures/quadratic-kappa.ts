import { RISK_LEVELS } from '../../risk-classifier.ts';
import { seededRandom } from '../../seeded-random.ts';
import type { Read } from './read.ts';

/** Agreement beyond chance with a 95 % interval; null when there is nothing to agree on. */
export interface Kappa {
  readonly kappa: number | null;
  readonly low: number;
  readonly high: number;
  readonly of: number;
}

const RESAMPLES = 1000;
const SEED = 20261125;

/**
 * Cohen's kappa with quadratic weights: 1 agrees wholly, 0 is chance. The interval is that of
 * 1,000 resamples of the rows, drawn from a fixed seed.
 */
export function quadraticKappa(reads: readonly Read[]): Kappa {
  const size = RISK_LEVELS.length;
  const cells = reads.map(
    ({ row, level }) => RISK_LEVELS.indexOf(row.level) * size + RISK_LEVELS.indexOf(level),
  );
  const of = cells.length;
  const kappa = kappaOf(cells);
  if (kappa === null) return { kappa, low: -1, high: 1, of };
  const random = seededRandom(SEED);
  const drawn: number[] = [];
  for (let round = 0; round < RESAMPLES; round++) {
    const one = kappaOf(cells.map(() => cells[Math.floor(random() * of)] ?? 0));
    if (one !== null) drawn.push(one);
  }
  drawn.sort((a, b) => a - b);
  const at = (share: number) => drawn[Math.floor(share * (drawn.length - 1))] ?? kappa;
  return { kappa, low: at(0.025), high: at(0.975), of };
}

/** From the number of each row's cell: level it has × 5 + level that was read. */
function kappaOf(cells: readonly number[]): number | null {
  const size = RISK_LEVELS.length;
  const counts = new Array<number>(size * size).fill(0);
  for (const cell of cells) counts[cell] = (counts[cell] ?? 0) + 1;
  const has = new Array<number>(size).fill(0);
  const got = new Array<number>(size).fill(0);
  counts.forEach((count, cell) => {
    const [i, j] = [Math.floor(cell / size), cell % size];
    has[i] = (has[i] ?? 0) + count;
    got[j] = (got[j] ?? 0) + count;
  });
  let seen = 0;
  let chance = 0;
  counts.forEach((count, cell) => {
    const [i, j] = [Math.floor(cell / size), cell % size];
    const weight = (i - j) ** 2;
    seen += weight * count;
    chance += (weight * (has[i] ?? 0) * (got[j] ?? 0)) / cells.length;
  });
  return chance > 0 ? 1 - seen / chance : null;
}
