import { describe, expect, test } from '@jest/globals';
import type { Escalation } from '../../server/domain/escalation.ts';
import { callTo } from '../../server/domain/outbox.ts';
import { aConversation, anAssessment, anEscalation, later, NOON } from '../support/builders.ts';
import { CONTINUE, newId, type StoresUnderTest, said, turn } from './stores-under-test.ts';

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
}
