import { describe, expect, test } from '@jest/globals';
import {
  lastDays,
  lengthInDays,
  localDay,
  problemOfPeriod,
} from '../../../../../web-widget/reports/figures/periods.ts';

describe('a period', () => {
  test('of the last seven days holds today and six before it', () => {
    const week = lastDays(7, '2026-03-02');
    expect(week).toEqual({ from: '2026-02-24', until: '2026-03-02' });
    expect(lengthInDays(week)).toBe(7);
  });

  test('ends today where the reader is, not where the clock of the world is', () => {
    expect(localDay(new Date(2026, 10, 4, 0, 30))).toBe('2026-11-04');
  });

  test('is refused with the reason when it can’t be meant', () => {
    expect(problemOfPeriod({ from: '', until: '2026-11-24' })).toBe('incomplete');
    expect(problemOfPeriod({ from: '2026-11-25', until: '2026-11-24' })).toBe('reversed');
    expect(problemOfPeriod({ from: '2024-11-25', until: '2026-11-24' })).toBe('too-long');
    expect(problemOfPeriod({ from: '2026-11-24', until: '2026-11-24' })).toBeNull();
  });
});
