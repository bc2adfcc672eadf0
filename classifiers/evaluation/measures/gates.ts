import { atLeast, type RiskLevel } from '../../risk-classifier.ts';
import type { CorpusRow } from '../corpus-rows.ts';
import { quadraticKappa } from './quadratic-kappa.ts';
import type { Read } from './read.ts';
import { type Share, wilson } from './share.ts';

/** What the platform asks of a share of rows: at least, or at most. */
export interface ShareGate {
  readonly id: string;
  readonly rows: (row: CorpusRow) => boolean;
  /** Counted are the rows read at this level or above. */
  readonly floor: RiskLevel;
  readonly asked: Asked;
}

export type Asked = { readonly atLeast: number } | { readonly atMost: number };

/** A gate, and what was reached. */
export interface GateResult {
  readonly id: string;
  readonly asked: Asked;
  /** Null when the set has no such row. */
  readonly value: number | null;
  readonly low: number;
  readonly high: number;
  readonly of: number;
  /** How many rows the value counts; nothing for what is no count. */
  readonly hits?: number;
  /** By the value itself, not by its interval; null when there was nothing to measure. */
  readonly passed: boolean | null;
}

/** Forum-length posts; all others are chat. */
export const isForum = ({ kind }: CorpusRow) => kind === 'long';
const atRisk = ({ level }: CorpusRow) => atLeast(level, 'passive');
/** Written as veiled, or in a file of veiled rows. */
const isVeiled = (row: CorpusRow) =>
  atRisk(row) && (row.kind === 'euphemism' || row.file === '26' || row.file === '27');
const has = (level: RiskLevel) => (row: CorpusRow) => row.level === level;

export const IMMINENT_FOUND = 'imminent-found';
export const FOUND_GATES = [IMMINENT_FOUND, 'active-found', 'active-seen', 'passive-found'];

export const SHARE_GATES: readonly ShareGate[] = [
  { id: IMMINENT_FOUND, rows: has('imminent'), floor: 'active', asked: { atLeast: 0.97 } },
  { id: 'active-found', rows: has('active'), floor: 'active', asked: { atLeast: 0.92 } },
  { id: 'active-seen', rows: has('active'), floor: 'passive', asked: { atLeast: 0.96 } },
  { id: 'passive-found', rows: has('passive'), floor: 'passive', asked: { atLeast: 0.88 } },
  { id: 'veiled-found', rows: isVeiled, floor: 'passive', asked: { atLeast: 0.85 } },
  { id: 'harmless-raised', rows: has('none'), floor: 'active', asked: { atMost: 0.03 } },
  {
    id: 'idioms-raised',
    rows: ({ kind, level }) => kind === 'idiom' && level === 'none',
    floor: 'active',
    asked: { atMost: 0.05 },
  },
  {
    id: 'forum-found',
    rows: (row) => isForum(row) && atRisk(row),
    floor: 'passive',
    asked: { atLeast: 0.92 },
  },
  {
    id: 'forum-raised',
    rows: (row) => isForum(row) && !atRisk(row),
    floor: 'active',
    asked: { atMost: 0.2 },
  },
];

/** Of the gate's rows, those read at its floor or above. */
export function shareOf({ rows, floor }: ShareGate, reads: readonly Read[]): Share {
  const own = reads.filter(({ row }) => rows(row));
  return wilson(own.filter(({ level }) => atLeast(level, floor)).length, own.length);
}

/** Every gate that one set of rows can be held to, in the order of the issue. */
export function gatesOf(reads: readonly Read[]): readonly GateResult[] {
  const chat = quadraticKappa(reads.filter(({ row }) => !isForum(row)));
  return [
    ...SHARE_GATES.map((gate) => {
      const { share, low, high, of, hits } = shareOf(gate, reads);
      return result({ id: gate.id, asked: gate.asked, value: share, low, high, of, hits });
    }),
    result({
      id: 'kappa-chat',
      asked: { atLeast: 0.8 },
      value: chat.kappa,
      low: chat.low,
      high: chat.high,
      of: chat.of,
    }),
  ];
}

/** @returns the gate with its verdict. */
export function result(gate: Omit<GateResult, 'passed'>): GateResult {
  const { asked, value } = gate;
  if (value === null) return { ...gate, passed: null };
  const passed = 'atLeast' in asked ? value >= asked.atLeast : value <= asked.atMost;
  return { ...gate, passed };
}
