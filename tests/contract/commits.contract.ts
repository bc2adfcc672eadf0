import { describe, expect, test } from '@jest/globals';
import { callTo } from '../../server/domain/outbox.ts';
import { aConversation, anAssessment, anEscalation, NOON } from '../support/builders.ts';
import { CONTINUE, newId, type StoresUnderTest, said } from './stores-under-test.ts';

/** All of a change is kept, or none of it. */
export function describeCommits({ setUp }: StoresUnderTest): void {
  describe('commits', () => {
    test('add one to the version and are refused from an older one; appended turns do not count', async () => {
      const { conversations, id, conversation, append } = await setUp();
      await append('p1');
      const change = {
        conversation: { ...conversation, level: 'active' as const },
        turns: [said('b1')],
      };
      const result = await conversations.commit(change);
      expect(result).toMatchObject({
        kind: 'committed',
        conversation: { version: 2, level: 'active' },
      });
      expect(await conversations.commit({ ...change, turns: [said('b2')] })).toEqual({
        kind: 'conflict',
      });
      expect(await conversations.load(id)).toMatchObject({ version: 2, level: 'active' });
      expect(await conversations.lastSeq(id)).toBe(2);
    });

    test('replace a degraded reading once, and no whole one', async () => {
      const { conversations, id, append } = await setUp();
      await append('p1');
      await append('p2');
      const since = new Date(NOON.getTime() - 1);
      const mine = async () =>
        (await conversations.degradedTurns(since)).filter((one) => one.conversationId === id);
      for (const [seq, completeness] of [
        [1, 'degraded'],
        [2, 'full'],
      ] as const) {
        const conversation = await conversations.load(id);
        if (!conversation) throw new Error('it went away');
        const assessment = anAssessment({ completeness });
        const answered = { seq, assessment, decision: CONTINUE };
        await conversations.commit({ conversation, turns: [], answered });
      }
      expect(await mine()).toEqual([{ conversationId: id, seq: 1 }]);
      expect(await conversations.degradedTurns(new Date(NOON.getTime() + 3600_000))).toEqual([]);

      const again = async (seq: number) => {
        const conversation = await conversations.load(id);
        if (!conversation) throw new Error('it went away');
        const assessment = anAssessment({ level: 'active', signals: ['intent'] });
        return (
          await conversations.commit({ conversation, turns: [], reread: { seq, assessment } })
        ).kind;
      };
      expect(await again(2)).toBe('duplicate');
      expect(await again(9)).toBe('duplicate');
      expect(await again(1)).toBe('committed');
      expect(await again(1)).toBe('duplicate');
      expect(await mine()).toEqual([]);
      expect([...(await conversations.assessments(id))]).toEqual([
        [1, anAssessment({ level: 'active', signals: ['intent'] })],
        [2, anAssessment()],
      ]);
    });

    test('let one of many win', async () => {
      const { conversations, conversation, seqs } = await setUp();
      const results = await Promise.all(
        Array.from({ length: 8 }, (_, n) =>
          conversations.commit({ conversation, turns: [said(`b${n}`)] }),
        ),
      );
      expect(results.filter(({ kind }) => kind === 'committed')).toHaveLength(1);
      expect(results.filter(({ kind }) => kind === 'conflict')).toHaveLength(7);
      expect(await seqs()).toHaveLength(1);
    });

    test('let one of many win, also when nothing is said: two who claim a case at once', async () => {
      const { conversations, escalations, conversation, id } = await setUp();
      const results = await Promise.all(
        Array.from({ length: 8 }, (_, n) => {
          const claim = { responderId: `r${n}`, at: NOON, leaseUntil: NOON };
          const escalation = anEscalation({ id: `${id}-e`, conversationId: id, claim });
          return conversations.commit({ conversation, turns: [], escalation });
        }),
      );
      expect(results.filter(({ kind }) => kind === 'conflict')).toHaveLength(7);
      const winner = results.findIndex(({ kind }) => kind === 'committed');
      expect((await escalations.openOf(id))?.claim?.responderId).toBe(`r${winner}`);
      expect((await conversations.load(id))?.version).toBe(2);
    });

    test('leave nothing behind when a part can not be kept', async () => {
      const { stores, id, conversation, append } = await setUp({}, [said('b1')]);
      await append('p1');
      const escalation = anEscalation({ id: newId('e'), conversationId: id });
      const failing = stores.conversations.commit({
        conversation: { ...conversation, level: 'imminent' },
        turns: [said('b2'), said('b1')],
        answered: { seq: 2, assessment: anAssessment(), decision: CONTINUE },
        escalation,
        outbox: [callTo('escalation-opened', escalation, NOON, () => newId('o'))],
      });
      await expect(failing).rejects.toMatchObject({ name: 'StorageUnavailableError' });
      expect(await stores.conversations.load(id)).toEqual(conversation);
      expect(await stores.conversations.pendingTurns(id)).toHaveLength(1);
      expect(await stores.conversations.lastSeq(id)).toBe(2);
      expect(await stores.escalations.find(escalation.id)).toBeUndefined();
      expect(await stores.conversations.assessments(id)).toEqual(new Map());
      const due = await stores.outbox.due(NOON, 1000);
      expect(due.filter(({ conversationId }) => conversationId === id)).toEqual([]);
    });

    test('refuse two turns with one id as a whole', async () => {
      const { conversations, conversation, seqs } = await setUp();
      const twice = conversations.commit({ conversation, turns: [said('b1'), said('b1')] });
      await expect(twice).rejects.toMatchObject({ name: 'StorageUnavailableError' });
      expect(await seqs()).toEqual([]);
      expect(await conversations.load(conversation.id)).toEqual(conversation);
    });

    test('leave the conversation as it shall be, with what it no longer has gone', async () => {
      const { conversations, conversation } = await setUp({
        ageBand: '18-25',
        consent: { training: true },
        flowState: '{}',
        handling: { kind: 'with-responder', responderId: 'r1' },
      });
      const { ageBand: _ageBand, consent: _consent, ...rest } = conversation;
      const next = { ...rest, flowState: null, handling: { kind: 'with-bot' } as const };
      const result = await conversations.commit({ conversation: next, turns: [] });
      expect(result).toMatchObject({ kind: 'committed' });
      expect(await conversations.load(conversation.id)).toEqual({ ...next, version: 2 });
    });

    test('say when the conversation is gone', async () => {
      const { conversations } = await setUp();
      const nobody = aConversation({ id: newId('nobody') });
      expect(await conversations.commit({ conversation: nobody, turns: [] })).toEqual({
        kind: 'unknown',
      });
    });
  });
}
