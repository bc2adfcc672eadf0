import { expect, test } from '@jest/globals';
import { addressOf, placeIn } from '../../../../../web-widget/author/state/place.ts';

test.each([
  ['#grief', { flow: 'grief', step: null }],
  ['#grief/deeper', { flow: 'grief', step: 'deeper' }],
  ['grief.deeper', { flow: 'grief', step: 'deeper' }],
  ['', null],
  ['#', null],
  ['#<script>', null],
  ['#a/b/c', null],
])('%j is %j', (text, place) => {
  expect(placeIn(text)).toEqual(place);
});

test('an address leads back to its place', () => {
  for (const place of [
    { flow: 'grief', step: null },
    { flow: 'grief', step: 'after-step' },
  ]) {
    expect(placeIn(addressOf(place))).toEqual(place);
  }
});
