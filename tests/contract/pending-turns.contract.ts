import { describe, expect, test } from '@jest/globals';
import { anAssessment, later } from '../support/builders.ts';
import { CONTINUE, type StoresUnderTest, said } from './stores-under-test.ts';

/** The mark that a turn waits for its answer. */
export function describePendingTurns({ setUp }: StoresUnderTest): void {
  describe('pending turns', () => {
    test('wait until their answer is committed, once', async () => {
      const { conversations, id, append, commit } = await setUp();
      await append('p1');
      await append('p2');
      expect((await conversations.pendingTurns(id)).map(({ seq }) => seq)).toEqual([1, 2]);
      const assessment = anAssessment({ level: 'active', signals: ['intent', 'plan'] });
      const answered = { seq: 1, assessment, decision: CONTINUE };
      expect(await commit({ answered, turns: [said('b1')] })).toMatchObject({
        kind: 'committed',
      });
      expect(await commit({ answered, turns: [said('b2')] })).toEqual({ kind: 'duplicate' });
      expect((await conversations.pendingTurns(id)).map(({ seq }) => seq)).toEqual([2]);
      expect(await conversations.assessments(id)).toEqual(new Map([[1, assessment]]));
      expect(await conversations.lastSeq(id)).toBe(3);
    });

    test('are a duplicate before they are a conflict', async () => {
      const { conversation, conversations, append, commit } = await setUp();
      await append('p1');
      const answered = { seq: 1, assessment: anAssessment(), decision: CONTINUE };
      await commit({ answered });
      const late = await conversations.commit({ conversation, turns: [], answered });
      expect(late).toEqual({ kind: 'duplicate' });
    });

    test('are found again by conversation, the longest waiting first', async () => {
      const first = await setUp();
      const second = await setUp();
      const third = await setUp();
      await second.append('p1', { at: later(2000) });
      await first.append('p1', { at: later(1000) });
      await third.append('p1', { at: later(3000) });
      await third.commit({
        answered: { seq: 1, assessment: anAssessment(), decision: CONTINUE },
      });
      const mine = [first.id, second.id, third.id];
      const pending = (await first.conversations.conversationsPending()).filter((id) =>
        mine.includes(id),
      );
      expect(pending).toEqual([first.id, second.id]);
    });

    test('are a duplicate when there was never such a turn to answer', async () => {
      const { commit, seqs } = await setUp({}, [said('b1')]);
      for (const seq of [0, 1, 2]) {
        const answered = { seq, assessment: anAssessment(), decision: CONTINUE };
        expect(await commit({ answered, turns: [said('b2')] })).toEqual({ kind: 'duplicate' });
      }
      expect(await seqs()).toHaveLength(1);
    });

    test('are never made by what is said to the participant', async () => {
      const { conversations, id, commit } = await setUp({}, [said('b1')]);
      await commit({ turns: [said('b2')] });
      expect(await conversations.pendingTurns(id)).toEqual([]);
    });
  });
}
