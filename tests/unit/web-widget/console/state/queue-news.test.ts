import { expect, test } from '@jest/globals';
import { queueNews } from '../../../../../web-widget/console/state/queue-news.ts';
import { aCase } from '../../../../support/console-wires.ts';

const listed = (...cases: ReturnType<typeof aCase>[]) =>
  new Map(cases.map((found) => [found.id, found]));

test('tells the most urgent news first: new, risen, taken and closed cases', () => {
  const before = listed(
    aCase({ id: 'rises', level: 'passive' }),
    aCase({ id: 'taken', level: 'distress' }),
    aCase({ id: 'closes', level: 'none' }),
    aCase({ id: 'stays' }),
  );
  const now = listed(
    aCase({ id: 'rises', level: 'active' }),
    aCase({ id: 'taken', level: 'distress', claimedBy: { id: 'sam', name: 'Sam' } }),
    aCase({ id: 'stays' }),
    aCase({ id: 'new', level: 'imminent' }),
  );
  expect(queueNews(before, now).map(({ kind, found }) => [kind, found.id])).toEqual([
    ['opened', 'new'],
    ['raised', 'rises'],
    ['taken', 'taken'],
    ['closed', 'closes'],
  ]);
  expect(queueNews(now, now)).toEqual([]);
});
