import type { RiskLevel } from '../../risk-classifier.ts';
import type { CorpusRow } from '../corpus-rows.ts';

/** Who reads: each alone, and both as the platform has them. */
export const PARTS = ['lexicon', 'model', 'both'] as const;
export type Part = (typeof PARTS)[number];

/** A row, and the level and signals that one part read in it. */
export interface Read {
  readonly row: CorpusRow;
  readonly level: RiskLevel;
  readonly signals: readonly string[];
}

/** A row as every part read it. */
export interface JudgedRow {
  readonly row: CorpusRow;
  readonly parts: Readonly<Record<Part, Pick<Read, 'level' | 'signals'>>>;
  /** What the model thinks of each level, calibrated; they add up to 1. */
  readonly probabilities: Readonly<Record<RiskLevel, number>>;
}

/** The rows as one part read them. */
export function readBy(part: Part, rows: readonly JudgedRow[]): readonly Read[] {
  return rows.map(({ row, parts }) => ({ row, ...parts[part] }));
}
