import { atLeast, RISK_LEVELS } from '../../risk-classifier.ts';
import type { CorpusRow } from '../corpus-rows.ts';
import type { Read } from './read.ts';
import { type Share, wilson } from './share.ts';

/** How one group of rows is read. */
export interface Group {
  readonly name: string;
  readonly rows: number;
  /** Of the rows at passive or above, those read so. */
  readonly atRiskFound: Share;
  /** Of the rows below passive, those raised to active or above. */
  readonly raised: Share;
  readonly exact: Share;
  readonly missedByTwo: number;
}

export interface Breakdown {
  readonly by: string;
  readonly groups: readonly Group[];
}

const words = ({ text }: CorpusRow) => text.split(/\s+/).length;
const length = (row: CorpusRow) => {
  const count = words(row);
  return count <= 6
    ? '1 to 6 words'
    : count <= 20
      ? '7 to 20 words'
      : count <= 60
        ? '21 to 60 words'
        : 'over 60 words';
};

/** Names of the groups that a row belongs to; a row may have several signals, or none. */
const GROUPINGS: readonly (readonly [string, (row: CorpusRow) => readonly string[]])[] = [
  ['language', ({ lang }) => [lang === 'fr' ? 'French' : 'English']],
  ['length', (row) => [length(row)]],
  ['what stood before', ({ context }) => [context.length > 0 ? 'after a context' : 'alone']],
  ['kind', ({ kind }) => [kind]],
  ['signal it is labelled with', ({ signals }) => (signals.length > 0 ? signals : ['(none)'])],
  ['file', ({ file }) => [file]],
];

export function breakdowns(reads: readonly Read[]): readonly Breakdown[] {
  return GROUPINGS.map(([by, namesOf]) => {
    const groups = new Map<string, Read[]>();
    for (const read of reads) {
      for (const name of namesOf(read.row)) groups.set(name, [...(groups.get(name) ?? []), read]);
    }
    const sorted = [...groups].sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }));
    return { by, groups: sorted.map(([name, own]) => groupOf(name, own)) };
  });
}

function groupOf(name: string, reads: readonly Read[]): Group {
  const count = (own: readonly Read[], is: (read: Read) => boolean) =>
    wilson(own.filter(is).length, own.length);
  const risky = reads.filter(({ row }) => atLeast(row.level, 'passive'));
  const calm = reads.filter(({ row }) => !atLeast(row.level, 'passive'));
  return {
    name,
    rows: reads.length,
    atRiskFound: count(risky, ({ level }) => atLeast(level, 'passive')),
    raised: count(calm, ({ level }) => atLeast(level, 'active')),
    exact: count(reads, ({ row, level }) => row.level === level),
    missedByTwo: missedByTwo(reads).length,
  };
}

/** Rows read two levels or more below what they have, the worst first. */
export function missedByTwo(reads: readonly Read[]): readonly Read[] {
  const below = ({ row, level }: Read) =>
    RISK_LEVELS.indexOf(row.level) - RISK_LEVELS.indexOf(level);
  return reads.filter((read) => below(read) >= 2).sort((a, b) => below(b) - below(a));
}
