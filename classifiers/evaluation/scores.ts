import { atLeast, RISK_LEVELS, type RiskLevel } from '../risk-classifier.ts';
import type { CorpusRow } from './corpus-rows.ts';

/** A row and the level that was read in it. */
export interface Read {
  readonly row: CorpusRow;
  readonly level: RiskLevel;
}

/** A share with its 95 % Wilson interval. */
export interface Share {
  readonly hits: number;
  readonly of: number;
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/** What issue 4 asks of a share: at least, or at most. */
export interface Gate {
  readonly what: string;
  readonly rows: (row: CorpusRow) => boolean;
  readonly floor: RiskLevel;
  readonly atLeast?: number;
  readonly atMost?: number;
}

const chat = ({ kind }: CorpusRow) => kind !== 'long';

export const GATES: readonly Gate[] = [
  {
    what: 'imminent found (≥ active)',
    rows: (row) => row.level === 'imminent',
    floor: 'active',
    atLeast: 0.97,
  },
  {
    what: 'active found (≥ active)',
    rows: (row) => row.level === 'active',
    floor: 'active',
    atLeast: 0.92,
  },
  {
    what: 'active found (≥ passive)',
    rows: (row) => row.level === 'active',
    floor: 'passive',
    atLeast: 0.96,
  },
  {
    what: 'passive found (≥ passive)',
    rows: (row) => row.level === 'passive',
    floor: 'passive',
    atLeast: 0.88,
  },
  {
    what: 'euphemistic danger found (≥ passive)',
    rows: (row) => row.kind === 'euphemism' && atLeast(row.level, 'passive'),
    floor: 'passive',
    atLeast: 0.85,
  },
  {
    what: 'harmless raised to ≥ active',
    rows: (row) => row.level === 'none',
    floor: 'active',
    atMost: 0.03,
  },
  {
    what: 'idioms raised to ≥ active',
    rows: (row) => row.kind === 'idiom' && row.level === 'none',
    floor: 'active',
    atMost: 0.05,
  },
  {
    what: 'long posts: at risk found (≥ passive)',
    rows: (row) => !chat(row) && atLeast(row.level, 'passive'),
    floor: 'passive',
    atLeast: 0.92,
  },
  {
    what: 'long posts: not at risk raised to ≥ active',
    rows: (row) => !chat(row) && !atLeast(row.level, 'passive'),
    floor: 'active',
    atMost: 0.2,
  },
];

/** Of the gate's rows, those read at its floor or above. */
export function shareOf({ rows, floor }: Gate, reads: readonly Read[]): Share {
  const own = reads.filter(({ row }) => rows(row));
  return wilson(own.filter(({ level }) => atLeast(level, floor)).length, own.length);
}

/** 95 % interval of a share, after Wilson (1927); 0 to 1 when there is nothing to count. */
export function wilson(hits: number, of: number): Share {
  if (of === 0) return { hits, of, share: Number.NaN, low: 0, high: 1 };
  const z = 1.959964;
  const share = hits / of;
  const spread = z * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of));
  const middle = share + (z * z) / (2 * of);
  const scale = 1 + (z * z) / of;
  return { hits, of, share, low: (middle - spread) / scale, high: (middle + spread) / scale };
}

/** Rows by the level they have (down) and the level that was read (across). */
export function confusion(reads: readonly Read[]): readonly (readonly number[])[] {
  return RISK_LEVELS.map((real) =>
    RISK_LEVELS.map(
      (read) => reads.filter(({ row, level }) => row.level === real && level === read).length,
    ),
  );
}

/** Cohen's kappa with quadratic weights: 1 agrees wholly, 0 is chance. Chat messages only. */
export function quadraticKappa(reads: readonly Read[]): number {
  const table = confusion(reads.filter(({ row }) => chat(row)));
  const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
  const rows = table.map(sum);
  const columns = RISK_LEVELS.map((_, at) => sum(table.map((row) => row[at] ?? 0)));
  const total = sum(rows);
  let seen = 0;
  let chance = 0;
  for (const [i, row] of table.entries()) {
    for (const [j, count] of row.entries()) {
      const weight = (i - j) ** 2;
      seen += weight * count;
      chance += (weight * (rows[i] ?? 0) * (columns[j] ?? 0)) / total;
    }
  }
  return chance === 0 ? 1 : 1 - seen / chance;
}
