import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createRequestQueue, type Waiting } from '../../../../classifiers/model/request-queue.ts';

const anItem = fc.record({
  deadline: fc.integer({ min: 0, max: 100 }),
  alarmed: fc.boolean(),
  weight: fc.integer({ min: 1, max: 50 }),
});

describe('the queue before the model', () => {
  test('takes the alarmed first, then in the order of arrival', () => {
    const queue = createRequestQueue<Waiting & { name: string }>();
    for (const [name, alarmed] of [
      ['a', false],
      ['b', true],
      ['c', false],
      ['d', true],
    ] as const) {
      queue.add({ name, alarmed, deadline: 10, weight: 1 });
    }
    expect(queue.take(0, 3, 100).map(({ name }) => name)).toEqual(['b', 'd', 'a']);
  });

  test('takes one that is heavier than a batch, alone', () => {
    const queue = createRequestQueue();
    queue.add({ alarmed: false, deadline: 10, weight: 500 });
    queue.add({ alarmed: false, deadline: 10, weight: 1 });
    expect(queue.take(0, 16, 100)).toHaveLength(1);
  });

  test('never gives out what has expired, and everything else exactly once', () => {
    fc.assert(
      fc.property(
        fc.array(anItem, { maxLength: 40 }),
        fc.integer({ min: 0, max: 100 }),
        (items, now) => {
          const queue = createRequestQueue<Waiting>();
          for (const item of items) queue.add(item);
          const taken: Waiting[] = [];
          for (;;) {
            const batch = queue.take(now, 4, 60);
            if (batch.length === 0) break;
            taken.push(...batch);
          }
          expect(new Set(taken)).toEqual(new Set(items.filter(({ deadline }) => deadline > now)));
          expect(taken).toHaveLength(new Set(taken).size);
          expect(queue.ahead(false)).toBe(0);
        },
      ),
    );
  });

  test('counts as ahead of an alarmed message only other alarmed ones', () => {
    const queue = createRequestQueue();
    queue.add({ alarmed: false, deadline: 10, weight: 30 });
    queue.add({ alarmed: true, deadline: 10, weight: 5 });
    expect([queue.ahead(true), queue.ahead(false)]).toEqual([5, 35]);
  });
});
