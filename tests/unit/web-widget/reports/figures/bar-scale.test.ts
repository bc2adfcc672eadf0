import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { barScale } from '../../../../../web-widget/reports/figures/bar-scale.ts';
import { labelStride } from '../../../../../web-widget/reports/figures/label-stride.ts';

describe('barScale', () => {
  test('keeps every bar below its top, on a few round and whole numbers from zero', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e9, noNaN: true }), (largest) => {
        const { top, ticks } = barScale(largest);
        expect(top).toBeGreaterThanOrEqual(largest);
        expect(ticks[0]).toBe(0);
        expect(ticks.at(-1)).toBe(top);
        expect(ticks.length).toBeGreaterThanOrEqual(2);
        expect(ticks.length).toBeLessThanOrEqual(6);
        expect(ticks.every(Number.isInteger)).toBe(true);
      }),
    );
  });

  test('can be drawn when there is nothing', () => {
    expect(barScale(0)).toEqual({ top: 1, ticks: [0, 1] });
  });
});

describe('labelStride', () => {
  test('labels every day while there is room, then the same weekday', () => {
    expect(labelStride(80, 60)).toBe(1);
    expect(labelStride(30, 60)).toBe(2);
    expect(labelStride(10, 60)).toBe(7);
    expect(labelStride(2.5, 60)).toBe(28);
    expect(labelStride(0, 60)).toBe(1);
  });
});
