import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { EscalationWire } from '../../../../../server/protocol/responder-protocol.ts';
import { urgencyRank } from '../../../../../web-widget/console/state/level-order.ts';
import {
  orderQueue,
  passes,
  ringing,
  waiting,
} from '../../../../../web-widget/console/state/queue-order.ts';
import { aCase } from '../../../../support/console-wires.ts';

const SAM = { id: 'sam', name: 'Sam' };
const anyCase = fc
  .record({
    id: fc.uuid(),
    level: fc.constantFrom('none', 'distress', 'passive', 'active', 'imminent'),
    waitingSince: fc
      .integer({ min: 0, max: 5 })
      .map((minute) => new Date(Date.UTC(2026, 10, 24, 3, minute)).toISOString()),
    claimedBy: fc.constantFrom(null, SAM),
  })
  .map((seen) => aCase(seen as Partial<EscalationWire>));
const anyQueue = fc.uniqueArray(anyCase, { selector: (found) => found.id, maxLength: 30 });

describe('orderQueue', () => {
  test('puts somebody in imminent danger before somebody who has waited longer', () => {
    const long = aCase({ id: 'a', level: 'passive', waitingSince: '2026-11-23T00:00:00.000Z' });
    const urgent = aCase({ id: 'b', level: 'imminent' });
    expect(orderQueue([long, urgent]).map(({ id }) => id)).toEqual(['b', 'a']);
  });

  test('puts the longest wait first within a level', () => {
    const late = aCase({ id: 'a', waitingSince: '2026-11-24T03:09:00.000Z' });
    const early = aCase({ id: 'b', waitingSince: '2026-11-24T03:01:00.000Z' });
    expect(orderQueue([late, early]).map(({ id }) => id)).toEqual(['b', 'a']);
  });

  test('never lets a case that somebody has stand before one of its level that waits', () => {
    fc.assert(
      fc.property(anyQueue, (queue) => {
        const ordered = orderQueue(queue);
        for (const [index, above] of ordered.entries()) {
          const below = ordered[index + 1];
          if (!below) break;
          expect(urgencyRank(above.level)).toBeLessThanOrEqual(urgencyRank(below.level));
          if (above.level === below.level && above.claimedBy)
            expect(below.claimedBy).not.toBeNull();
          if (above.level === below.level && !above.claimedBy === !below.claimedBy) {
            expect(above.waitingSince <= below.waitingSince).toBe(true);
          }
        }
      }),
    );
  });

  test('loses nobody, and stands the same however the cases came in', () => {
    fc.assert(
      fc.property(
        anyQueue.chain((queue) =>
          fc.tuple(
            fc.constant(queue),
            fc.shuffledSubarray(queue, { minLength: queue.length, maxLength: queue.length }),
          ),
        ),
        ([queue, shuffled]) => {
          expect(orderQueue(shuffled)).toEqual(orderQueue(queue));
          expect(orderQueue(queue)).toHaveLength(queue.length);
        },
      ),
    );
  });
});

describe('the queue', () => {
  const free = aCase({ id: 'free', level: 'imminent' });
  const hers = aCase({ id: 'hers', level: 'imminent', claimedBy: { id: 'lou', name: 'Lou' } });
  const his = aCase({ id: 'his', claimedBy: SAM });

  test('can be narrowed to what is unclaimed or one’s own', () => {
    const shown = (filter: 'unclaimed' | 'mine' | 'all') =>
      [free, hers, his].filter((found) => passes(filter, found, 'sam')).map(({ id }) => id);
    expect(shown('unclaimed')).toEqual(['free']);
    expect(shown('mine')).toEqual(['his']);
    expect(shown('all')).toEqual(['free', 'hers', 'his']);
  });

  test('rings for imminent cases that nobody has, and for no others', () => {
    expect(ringing([free, hers, his])).toEqual([free]);
    expect(waiting([free, hers, his])).toEqual([free]);
  });
});
