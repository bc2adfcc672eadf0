import { describe, expect, test } from '@jest/globals';
import { busiestWeekday } from '../../../../../web-widget/reports/figures/busiest-weekday.ts';

/** From Monday 2026-11-16 on. */
const week = (...counts: (number | null)[]) =>
  counts.map((count, index) => ({ day: `2026-11-${16 + index}`, count }));

describe('busiestWeekday', () => {
  test('names the day that stands out', () => {
    expect(busiestWeekday(week(5, 14, 6, 7, 5, 0, 5))).toBe(2);
  });

  test('compares averages, so that a weekday that came twice is not favoured', () => {
    expect(busiestWeekday(week(6, 10, 5, 5, 5, 5, 5, 6))).toBe(2);
  });

  test('says nothing of a tie, of a handful of conversations, or of a few days', () => {
    expect(busiestWeekday(week(9, 9, 5, 5, 5, 5, 5))).toBeNull();
    expect(busiestWeekday(week(0, 0, 0, 0, 0, 0, 0))).toBeNull();
    expect(busiestWeekday(week(0, 9, 0, 0, 0, 0, 0))).toBeNull();
    expect(busiestWeekday(week(5, 14, 6))).toBeNull();
  });

  test('says nothing when hidden numbers could turn it round', () => {
    expect(busiestWeekday(week(null, 12, 12, null, 0, 0, 0))).toBeNull();
    expect(busiestWeekday(week(null, 10, 0, 0, 0, 0, 0))).toBe(2);
  });
});
