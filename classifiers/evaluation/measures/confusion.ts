import { RISK_LEVELS } from '../../risk-classifier.ts';
import type { Read } from './read.ts';
import { type Share, wilson } from './share.ts';

/** Rows by the level they have (down) and the level that was read (across). */
export type Confusion = readonly (readonly number[])[];

export function confusion(reads: readonly Read[]): Confusion {
  const table = RISK_LEVELS.map(() => RISK_LEVELS.map(() => 0));
  for (const { row, level } of reads) {
    const cells = table[RISK_LEVELS.indexOf(row.level)];
    const at = RISK_LEVELS.indexOf(level);
    if (cells) cells[at] = (cells[at] ?? 0) + 1;
  }
  return table;
}

export interface LevelShares {
  /** Of the rows that have the level, those read so. */
  readonly recall: Share;
  /** Of the rows read so, those that have the level. */
  readonly precision: Share;
}

/** Recall and precision of the exact level, in the order of the levels. */
export function levelShares(table: Confusion): readonly LevelShares[] {
  return RISK_LEVELS.map((_, at) => {
    const hits = table[at]?.[at] ?? 0;
    return {
      recall: wilson(hits, sum(table[at] ?? [])),
      precision: wilson(hits, sum(table.map((row) => row[at] ?? 0))),
    };
  });
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
