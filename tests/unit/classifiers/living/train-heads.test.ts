import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type LabelledReading, trainHeads } from '../../../../classifiers/living/train-heads.ts';
import type { EmbeddedRow } from '../../../../classifiers/model/encoder.ts';
import { withHeads } from '../../../../classifiers/model/heads.ts';

const FEW = { doubt: 5, hold: 0.002, steps: 60, rate: 0.05 };
const value = fc.double({ min: -1, max: 1, noNaN: true }).map((one) => one + 0);
const someRow: fc.Arbitrary<EmbeddedRow> = fc
  .tuple(
    fc.array(value, { minLength: 3, maxLength: 3 }),
    fc.array(value, { minLength: 5, maxLength: 5 }),
    fc.array(value, { minLength: 2, maxLength: 2 }),
  )
  .map(([embedding, level, signal]) => ({ embedding, logits: { level, signal } }));
const someLabel: fc.Arbitrary<LabelledReading> = fc
  .tuple(someRow, fc.nat(4), fc.option(fc.constantFrom([0, 1], [1, 1])))
  .map(([row, level, signals]) => ({ ...row, level, signals }));

const row = (x: number, level: readonly number[]): EmbeddedRow => ({
  embedding: [x, 1 - Math.abs(x), 0],
  logits: { level, signal: [-2, -2] },
});
const readLevel = ({ logits, embedding }: EmbeddedRow, heads: ReturnType<typeof trainHeads>) => {
  const { level } = withHeads(logits, embedding, heads);
  return level.indexOf(Math.max(...level));
};

describe('retrained heads', () => {
  test('are the model as it was when nobody labelled anything', () => {
    fc.assert(
      fc.property(fc.array(someRow, { minLength: 1, maxLength: 8 }), (known) => {
        const { level, signal } = trainHeads([], known, FEW);
        expect(
          [...level.weight, ...signal.weight, level.bias, signal.bias]
            .flat()
            .every((one) => one === 0),
        ).toBe(true);
      }),
      { numRuns: 20 },
    );
  });

  test('come out the same to the last digit from the same labels', () => {
    fc.assert(
      fc.property(
        fc.array(someLabel, { minLength: 1, maxLength: 5 }),
        fc.array(someRow, { maxLength: 5 }),
        (labels, known) => {
          const first = JSON.stringify(trainHeads(labels, known, FEW));
          expect(JSON.stringify(trainHeads(labels, known, FEW))).toBe(first);
          expect(first).not.toContain('null');
        },
      ),
      { numRuns: 20 },
    );
  });

  test('say what people said, and elsewhere what the model knew', () => {
    const wrong = row(1, [0, 0, 0, 3, 0]);
    const right = row(-1, [0, 0, 0, 0, 3]);
    const labels = Array.from({ length: 40 }, () => ({ ...wrong, level: 1, signals: null }));
    const heads = trainHeads(labels, [right, right]);
    expect(readLevel(wrong, heads)).toBe(1);
    expect(readLevel(right, heads)).toBe(4);
  });

  test('hardly move for one label against all that the model knew', () => {
    const wrong = row(1, [0, 0, 0, 3, 0]);
    const known = Array.from({ length: 50 }, (_, at) => row(1 - at / 100, [0, 0, 0, 3, 0]));
    expect(readLevel(wrong, trainHeads([{ ...wrong, level: 0, signals: null }], known))).toBe(3);
  });

  test('leave the signals alone unless somebody labelled them', () => {
    const reading = row(0.5, [0, 1, 0, 0, 0]);
    const without = trainHeads([{ ...reading, level: 3, signals: null }], [reading], FEW);
    expect(without.signal.bias).toEqual([0, 0]);
    const labels = Array.from({ length: 20 }, () => ({ ...reading, level: 1, signals: [1, 0] }));
    const [named = 0, other = 0] = withHeads(
      reading.logits,
      reading.embedding,
      trainHeads(labels, [], FEW),
    ).signal;
    expect(named).toBeGreaterThan(-1);
    expect(other).toBeLessThanOrEqual(-2);
  });

  test('add nothing when they are all zeros', () => {
    fc.assert(
      fc.property(someRow, ({ logits, embedding }) => {
        const zeros = trainHeads([], [{ logits, embedding }], { ...FEW, steps: 1 });
        expect(withHeads(logits, embedding, zeros)).toEqual(logits);
      }),
    );
  });
});
