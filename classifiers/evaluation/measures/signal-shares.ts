import type { Read } from './read.ts';
import { type Share, wilson } from './share.ts';

export interface SignalShares {
  readonly signal: string;
  /** Of the rows labelled with it, those in which it was read. */
  readonly recall: Share;
  /** Of the rows in which it was read, those labelled with it. */
  readonly precision: Share;
}

/** How the signals that a set is labelled with are read. */
export function signalShares(reads: readonly Read[]): readonly SignalShares[] {
  const names = new Set(reads.flatMap(({ row }) => row.signals));
  return [...names].sort().map((signal) => {
    const labelled = reads.filter(({ row }) => row.signals.includes(signal));
    const read = reads.filter(({ signals }) => signals.includes(signal));
    const hits = labelled.filter(({ signals }) => signals.includes(signal)).length;
    return { signal, recall: wilson(hits, labelled.length), precision: wilson(hits, read.length) };
  });
}
