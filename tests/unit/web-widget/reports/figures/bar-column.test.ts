import { describe, expect, test } from '@jest/globals';
import {
  barOf,
  heightOf,
  levelColumn,
} from '../../../../../web-widget/reports/figures/bar-column.ts';
import type { ReportDay } from '../../../../../web-widget/reports/figures/report-day.ts';

const aDay = (seen: Partial<ReportDay>): ReportDay => ({
  day: '2026-11-24',
  conversations: 20,
  messages: 90,
  levels: { none: 12, distress: 8, passive: 0, active: 0, imminent: 0 },
  escalations: 0,
  answered: 0,
  medianSecondsToHuman: null,
  ...seen,
});

describe('the bar of a day', () => {
  test('stacks the levels from the most urgent at the ground', () => {
    expect(levelColumn(aDay({}))).toEqual({
      kind: 'segments',
      segments: [
        { fill: 'distress', value: 8 },
        { fill: 'none', value: 12 },
      ],
    });
  });

  test('is as high as the day’s total when levels in it are hidden', () => {
    const levels = { none: 12, distress: null, passive: null, active: 0, imminent: 0 };
    const column = levelColumn(aDay({ levels }));
    expect(column).toMatchObject({ segments: [{ fill: 'none' }, { fill: 'hidden', value: 8 }] });
    expect(heightOf(column)).toBe(20);
  });

  test('shows only that there is something when the day itself is hidden', () => {
    expect(levelColumn(aDay({ conversations: null }))).toEqual({ kind: 'hidden' });
    expect(barOf(null, 'main')).toEqual({ kind: 'hidden' });
  });
});
