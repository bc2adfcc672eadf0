import { expect, test } from '@jest/globals';
import { medianOfDays } from '../../../../../web-widget/reports/figures/median-of-days.ts';
import { roundedWait } from '../../../../../web-widget/reports/figures/rounded-wait.ts';

test('the median day is the middle one of those that can be shown', () => {
  expect(medianOfDays([null, 300, 60, 120])).toEqual({ median: 120, days: 3 });
  expect(medianOfDays([60, null, 120])).toEqual({ median: 90, days: 2 });
  expect(medianOfDays([null, null])).toEqual({ median: null, days: 0 });
});

test('a wait is rounded to what one would say', () => {
  expect([12.4, 59.4, 110, 149].map(roundedWait)).toEqual([12, 59, 120, 120]);
});
