import { expect, test } from '@jest/globals';
import { countOf } from '../../../../../web-widget/reports/figures/count.ts';

test('adds up what is shown and never guesses at what is hidden', () => {
  expect(countOf([0, 7, 12])).toEqual({ atLeast: 19, exact: true });
  expect(countOf([0, null, 12])).toEqual({ atLeast: 13, exact: false });
  expect(countOf([null, 12], 0)).toEqual({ atLeast: 12, exact: false });
  expect(countOf([])).toEqual({ atLeast: 0, exact: true });
});
