import { describe, expect, test } from '@jest/globals';
import type { Escalation } from '../../server/domain/escalation.ts';
import { callTo } from '../../server/domain/outbox.ts';
import { anEscalation, later, NOON } from '../support/builders.ts';
import { newId, type StoresUnderTest, said } from './stores-under-test.ts';

/** Cases, their leases, and the notifications that call people to them. */
export function describeCases({ setUp }: StoresUnderTest): void {
  describe('cases', () => {
    test('are opened, changed and closed with their conversation', async () => {
      const { escalations, commit, id } = await setUp();
      const opened = anEscalation({
        id: newId('e'),
        conversationId: id,
        signals: ['intent'],
        degraded: true,
      });
      await commit({ escalation: opened });
      expect(await escalations.find(opened.id)).toEqual(opened);
      expect(await escalations.openOf(id)).toEqual(opened);
      const claimed: Escalation = {
        ...opened,
        level: 'imminent',
        claim: { responderId: 'r1', at: later(5), leaseUntil: later(10) },
        firstClaimedAt: later(5),
        toldUnansweredAt: later(3),
      };
      await commit({
        escalation: claimed,
        acts: [{ responderId: 'r1', kind: 'claimed', at: later(5) }],
      });
      expect((await escalations.open()).filter((one) => one.id === opened.id)).toEqual([claimed]);
      const closed = { ...claimed, claim: null, closedAt: later(20) };
      await commit({ escalation: closed });
      expect(await escalations.openOf(id)).toBeUndefined();
      expect((await escalations.open()).some((one) => one.id === opened.id)).toBe(false);
      expect(await escalations.find(opened.id)).toEqual(closed);
      const next = anEscalation({ id: newId('e'), conversationId: id });
      await commit({ escalation: next });
      expect((await escalations.openOf(id))?.id).toBe(next.id);
      expect(await escalations.find(newId('nobody'))).toBeUndefined();
    });

    test('have their lease renewed only for whoever has them, without a new version', async () => {
      const { escalations, conversations, commit, id } = await setUp();
      const claim = { responderId: 'r1', at: NOON, leaseUntil: later(10) };
      const escalation = anEscalation({ id: newId('e'), conversationId: id, claim });
      await commit({ escalation });
      const before = await conversations.load(id);
      expect(await escalations.renewLease(escalation.id, 'r2', later(99))).toBe(false);
      expect(await escalations.renewLease(escalation.id, 'r1', later(50))).toBe(true);
      expect((await escalations.find(escalation.id))?.claim?.leaseUntil).toEqual(later(50));
      expect(await conversations.load(id)).toEqual(before);
      await commit({ escalation: { ...escalation, claim: null, closedAt: later(60) } });
      expect(await escalations.renewLease(escalation.id, 'r1', later(99))).toBe(false);
    });
  });

  test('a lease that is renewed while something else is committed stays renewed', async () => {
    const { escalations, commit, id, append } = await setUp();
    const claim = { responderId: 'r1', at: NOON, leaseUntil: later(10) };
    const escalation = anEscalation({ id: newId('e'), conversationId: id, claim });
    await commit({ escalation });
    for (let round = 1; round <= 10; round++) {
      const results = await Promise.all([
        commit({ turns: [said(`b${round}`)] }),
        escalations.renewLease(escalation.id, 'r1', later(10 + round)),
        append(`p${round}`),
      ]);
      expect(results).toMatchObject([{ kind: 'committed' }, true, { kind: 'kept' }]);
      expect((await escalations.find(escalation.id))?.claim?.leaseUntil).toEqual(later(10 + round));
    }
  });

  test('a closed case, a free one and an unknown one have no lease to renew', async () => {
    const { escalations, commit, id } = await setUp();
    const free = anEscalation({ id: newId('e'), conversationId: id });
    await commit({ escalation: free });
    expect(await escalations.renewLease(free.id, 'r1', later(9))).toBe(false);
    const claim = { responderId: 'r1', at: NOON, leaseUntil: later(10) };
    await commit({ escalation: { ...free, claim, closedAt: later(20) } });
    expect(await escalations.renewLease(free.id, 'r1', later(99))).toBe(false);
    expect(await escalations.renewLease(newId('nobody'), 'r1', later(99))).toBe(false);
  });

  test('notifications wait until they are due, later after each failure, and go when settled', async () => {
    const { outbox, commit, id } = await setUp();
    const escalation = anEscalation({ id: newId('e'), conversationId: id });
    const entries = [0, 1000, 2000].map((ms) =>
      callTo('escalation-opened', escalation, later(ms), () => newId('o')),
    );
    await commit({ escalation, outbox: entries.toReversed() });
    const dueAt = async (ms: number, limit = 100) =>
      (await outbox.due(later(ms), limit)).filter(({ conversationId }) => conversationId === id);
    expect(await dueAt(1500)).toEqual(entries.slice(0, 2));
    await outbox.postpone(entries[0]?.id ?? '', 1, later(5000));
    expect(await dueAt(1500)).toEqual(entries.slice(1, 2));
    expect(await dueAt(5000)).toEqual([
      entries[1],
      entries[2],
      { ...entries[0], attempts: 1, dueAt: later(5000) },
    ]);
    for (const { id: entryId } of entries) await outbox.settle(entryId);
    expect(await dueAt(9000)).toEqual([]);
  });

  test('of many notifications that are due, those due longest come first', async () => {
    const early = (ms: number) => later(ms, new Date('1999-01-01T00:00:00Z'));
    const one = await setUp();
    const two = await setUp();
    const entries = [0, 1, 2, 3].map((ms) => {
      const of = anEscalation({ conversationId: ms % 3 === 0 ? two.id : one.id });
      return callTo('escalation-opened', of, early(ms), () => newId('o'));
    });
    await two.commit({ outbox: [entries[3], entries[0]].flatMap((entry) => entry ?? []) });
    await one.commit({ outbox: [entries[2], entries[1]].flatMap((entry) => entry ?? []) });
    for (const limit of [1, 2, 3, 4]) {
      expect(await one.outbox.due(early(9), limit)).toEqual(entries.slice(0, limit));
    }
    for (const { id } of entries) await one.outbox.settle(id);
    expect(await one.outbox.due(early(9), 9)).toEqual([]);
    await one.outbox.settle(newId('nobody'));
    await one.outbox.postpone(newId('nobody'), 1, early(0));
  });
}
