import { describe, expect, test } from '@jest/globals';
import { callTo } from '../../server/domain/outbox.ts';
import { anEscalation, later, NOON } from '../support/builders.ts';
import { newId, type StoresUnderTest } from './stores-under-test.ts';

/** What is erased is gone. */
export function describeErasing({ setUp }: StoresUnderTest): void {
  describe('erasing', () => {
    test('removes a conversation with everything of it, once', async () => {
      const { stores, id, conversation, append, commit } = await setUp();
      await append('p1');
      const escalation = anEscalation({ id: newId('e'), conversationId: id });
      await commit({
        escalation,
        outbox: [callTo('escalation-opened', escalation, NOON, () => newId('o'))],
      });
      expect(await stores.conversations.erase(id, newId('receipt'), NOON)).toBe(true);
      expect(await stores.conversations.load(id)).toBeUndefined();
      expect(await stores.conversations.turnsAfter(id, 0, 9)).toEqual([]);
      expect(await stores.conversations.conversationsPending()).not.toContain(id);
      expect(await stores.escalations.find(escalation.id)).toBeUndefined();
      expect(
        (await stores.outbox.due(later(1e9), 1000)).some((one) => one.conversationId === id),
      ).toBe(false);
      expect(await stores.escalations.openOf(id)).toBeUndefined();
      expect(await stores.conversations.assessments(id)).toEqual(new Map());
      expect(await stores.conversations.lastSeq(id)).toBe(0);
      expect(await append('p1')).toEqual({ kind: 'unknown' });
      const late = stores.conversations.commit({ conversation, turns: [] });
      expect(await late).toEqual({ kind: 'unknown' });
      expect(await stores.conversations.erase(id, newId('receipt'), NOON)).toBe(false);
    });

    test('by age spares the young and those with an open case', async () => {
      const old = new Date('2001-01-01T00:00:00Z');
      const gone = await setUp({ openedAt: old });
      const open = await setUp({ openedAt: old });
      const young = await setUp({ openedAt: new Date('2001-02-01T00:00:00Z') });
      const closedCase = anEscalation({ id: newId('e'), conversationId: gone.id, closedAt: old });
      await gone.commit({ escalation: closedCase });
      await open.commit({
        escalation: anEscalation({ id: newId('e'), conversationId: open.id }),
      });
      expect(await gone.conversations.purge(new Date('2001-02-01T00:00:00Z'))).toBe(1);
      expect(await gone.conversations.load(gone.id)).toBeUndefined();
      expect(await gone.conversations.load(open.id)).toBeDefined();
      expect(await gone.conversations.load(young.id)).toBeDefined();
      // For the next one, which may look at the same server.
      await open.conversations.erase(open.id, newId('receipt'), NOON);
      await young.conversations.erase(young.id, newId('receipt'), NOON);
    });
  });
}
