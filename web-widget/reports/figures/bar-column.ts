import type { LevelWire } from '../../../server/protocol/turn-wire.ts';
import type { ReportDay } from './report-day.ts';

export type Fill = 'main' | 'opened' | 'answered' | 'hidden' | LevelWire;

export interface Segment {
  readonly value: number;
  readonly fill: Fill;
}

/** One bar: nothing, its segments from the ground up, or a number that may not be shown. */
export type BarColumn =
  | { readonly kind: 'segments'; readonly segments: readonly Segment[] }
  | { readonly kind: 'hidden' }
  | { readonly kind: 'unknown' };

/** A hidden bar is drawn this high: the most it can be. */
export const HIDDEN_HEIGHT = 4;

export function barOf(value: number | null, fill: Fill): BarColumn {
  return value === null ? { kind: 'hidden' } : { kind: 'segments', segments: [{ value, fill }] };
}

export function heightOf(column: BarColumn): number {
  switch (column.kind) {
    case 'segments':
      return column.segments.reduce((sum, segment) => sum + segment.value, 0);
    case 'hidden':
      return HIDDEN_HEIGHT;
    case 'unknown':
      return 0;
  }
}

const FROM_THE_GROUND = ['imminent', 'active', 'passive', 'distress', 'none'] as const;

/**
 * A day's conversations by level, the most urgent at the ground. What the hidden levels hold
 * together is the rest of the day's total and is drawn as one segment.
 */
export function levelColumn(day: ReportDay): BarColumn {
  if (day.conversations === null) return { kind: 'hidden' };
  const shown = FROM_THE_GROUND.map((fill) => ({ fill, value: day.levels[fill] ?? 0 }));
  const rest = day.conversations - shown.reduce((sum, segment) => sum + segment.value, 0);
  const segments: Segment[] = [...shown, { fill: 'hidden' as const, value: Math.max(0, rest) }];
  return { kind: 'segments', segments: segments.filter((segment) => segment.value > 0) };
}
