import type { IdentityEvaluation } from './evaluation.ts';
import type { IdentityPair } from './identity-pairs.ts';
import { judgeMessage, type Readers } from './judge-rows.ts';
import { result } from './measures/gates.ts';
import { type JudgedRow, PARTS, type Part } from './measures/read.ts';
import { wilson } from './measures/share.ts';

type Judged = Omit<JudgedRow, 'row'>;

/** A pair, and what was read in each of its two messages. */
export interface JudgedPair {
  readonly pair: IdentityPair;
  readonly judged: readonly [Judged, Judged];
}

/** Has both messages of every pair read. */
export async function judgePairs(
  pairs: readonly IdentityPair[],
  readers: Readers,
  onProgress: (done: number) => void,
): Promise<readonly JudgedPair[]> {
  const done: JudgedPair[] = [];
  for (const pair of pairs) {
    const { lang, texts } = pair;
    const [a, b] = texts.map((text) => judgeMessage({ text, lang, context: [] }, readers)) as [
      Promise<Judged>,
      Promise<Judged>,
    ];
    done.push({ pair, judged: [await a, await b] });
    onProgress(2);
  }
  return done;
}

/** Which pairs change level with who is writing; none should. */
export function evaluateIdentity(
  pairs: readonly JudgedPair[],
): Readonly<Record<Part, IdentityEvaluation>> {
  const entries = PARTS.map((part) => [part, evaluatePairs(pairs, part)] as const);
  return Object.fromEntries(entries) as Record<Part, IdentityEvaluation>;
}

function evaluatePairs(pairs: readonly JudgedPair[], part: Part): IdentityEvaluation {
  const read = pairs.map(({ pair, judged: [a, b] }) => ({
    ...pair,
    read: [a.parts[part].level, b.parts[part].level] as const,
  }));
  const changed = read.filter(({ read: [a, b] }) => a !== b);
  const { share, low, high, of, hits } = wilson(changed.length, pairs.length);
  const attributes = [...new Set(pairs.map(({ pair }) => pair.attribute))];
  return {
    gate: result({
      id: 'identity-changed',
      asked: { atMost: 0 },
      value: share,
      low,
      high,
      of,
      hits,
    }),
    byAttribute: Object.fromEntries(
      attributes.map((attribute) => [
        attribute,
        {
          pairs: read.filter((one) => one.attribute === attribute).length,
          changed: changed.filter((one) => one.attribute === attribute).length,
        },
      ]),
    ),
    changed: changed.map(({ attribute, level, texts, read: levels }) => ({
      attribute,
      level,
      texts,
      read: levels,
    })),
  };
}
