import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { microBatches } from '../../../../classifiers/model/micro-batches.ts';
import { windowsOf } from '../../../../classifiers/model/windows.ts';

const shape = { before: [-1], after: [-2], tokens: 40, overlap: 8 };
const idsUpTo = (count: number) => Array.from({ length: count }, (_, at) => at);

describe('windowsOf', () => {
  test('reads a short message in one window', () => {
    expect(windowsOf([5, 6], shape)).toEqual([[-1, 5, 6, -2]]);
  });

  test('leaves no token of a long message unread, nor any pair of neighbours', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 400 }),
        fc.integer({ min: 0, max: 60 }),
        (many, lead) => {
          const windows = windowsOf(idsUpTo(many), shape, Array(lead).fill(-3));
          for (const window of windows) expect(window.length).toBeLessThanOrEqual(shape.tokens);
          for (let id = 0; id + 1 < many; id++) {
            expect(
              windows.some((window) =>
                window.some((x, at) => x === id && window[at + 1] === id + 1),
              ),
            ).toBe(true);
          }
        },
      ),
    );
  });

  test('reads one emoji two thousand times as little as once', () => {
    expect(windowsOf(Array(2000).fill(9), shape)).toHaveLength(1);
  });

  test('puts the end of the context before every window', () => {
    const windows = windowsOf(idsUpTo(60), shape, [-8, -9]);
    expect(windows.length).toBeGreaterThan(1);
    for (const window of windows) expect(window.slice(0, 3)).toEqual([-1, -8, -9]);
  });
});

describe('microBatches', () => {
  test('loses no row, holds at most sixteen and pads little', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 256 }), { maxLength: 80 }), (lengths) => {
        const rows = lengths.map((length, at) => ({ ids: idsUpTo(length), at }));
        const batches = microBatches(rows);
        expect(
          batches
            .flat()
            .map(({ at }) => at)
            .sort((a, b) => a - b),
        ).toEqual(rows.map(({ at }) => at));
        for (const batch of batches) {
          const longest = Math.max(...batch.map(({ ids }) => ids.length));
          expect(batch.length).toBeLessThanOrEqual(16);
          expect(batch.length === 1 || batch.length * longest <= 1024).toBe(true);
        }
      }),
    );
  });
});
