import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { anAssessment } from '../support/builders.ts';
import { CONTINUE, type StoresUnderTest, said } from './stores-under-test.ts';

/** Any order of doings, and all at once, against a simple list. */
export function describeInterleavings({ setUp }: StoresUnderTest): void {
  test('the same things happen as in a simple list, in whatever order they are done', async () => {
    type Step =
      | { readonly do: 'append'; readonly turn: number }
      | { readonly do: 'answer'; readonly stale: boolean }
      | { readonly do: 'say' };
    const step: fc.Arbitrary<Step> = fc.oneof(
      fc.record({ do: fc.constant('append' as const), turn: fc.nat(5) }),
      fc.record({ do: fc.constant('answer' as const), stale: fc.boolean() }),
      fc.record({ do: fc.constant('say' as const) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const { conversations, id, append, commit, conversation, seqs } = await setUp();
        const list: string[] = [];
        const pending: number[] = [];
        let version = 1;
        for (const [index, one] of steps.entries()) {
          if (one.do === 'append') {
            const turnId = `p${one.turn}`;
            const result = await append(turnId);
            if (list.includes(turnId)) {
              expect(result).toMatchObject({
                kind: 'repeated',
                turn: { seq: list.indexOf(turnId) + 1 },
              });
            } else {
              expect(result).toMatchObject({ kind: 'kept', turn: { seq: list.push(turnId) } });
              pending.push(list.length);
            }
          } else if (one.do === 'say') {
            await commit({ turns: [said(`b${index}`)] });
            list.push(`b${index}`);
            version += 1;
          } else {
            const [seq = 999] = pending;
            const result = await conversations.commit({
              conversation: { ...conversation, version: one.stale ? version - 1 : version },
              turns: [said(`b${index}`)],
              answered: { seq, assessment: anAssessment(), decision: CONTINUE },
            });
            if (seq === 999) expect(result.kind).toBe('duplicate');
            else if (one.stale) expect(result.kind).toBe('conflict');
            else {
              expect(result.kind).toBe('committed');
              pending.shift();
              list.push(`b${index}`);
              version += 1;
            }
          }
        }
        expect(await seqs()).toEqual(list.map((turnId, index) => [index + 1, turnId]));
        expect((await conversations.pendingTurns(id)).map(({ seq }) => seq)).toEqual(pending);
      }),
      { numRuns: 25 },
    );
  });

  test('many senders at once lose nothing, and each finds its turns in its own order', async () => {
    const sender = fc.array(fc.constantFrom('write', 'write', 'resend', 'say', 'answer'), {
      minLength: 1,
      maxLength: 5,
    });
    await fc.assert(
      fc.asyncProperty(fc.array(sender, { minLength: 2, maxLength: 5 }), async (senders) => {
        const { conversations, id, append, seqs } = await setUp();
        const kept = new Map<string, number>();
        const answered = new Set<number>();

        /** As a use case does: loads again when somebody else was faster. */
        async function sayOrAnswer(turnId: string, seq?: number): Promise<void> {
          const now = await conversations.load(id);
          if (!now) throw new Error('gone');
          const result = await conversations.commit({
            conversation: now,
            turns: [said(turnId)],
            ...(seq !== undefined && {
              answered: { seq, assessment: anAssessment(), decision: CONTINUE },
            }),
          });
          if (result.kind === 'conflict') return sayOrAnswer(turnId, seq);
          if (result.kind !== 'committed') return expect(result).toEqual({ kind: 'duplicate' });
          if (seq !== undefined) {
            expect(answered.has(seq)).toBe(false);
            answered.add(seq);
          }
          kept.set(turnId, result.turns[0]?.seq ?? 0);
        }
        async function run(steps: readonly string[], who: number): Promise<void> {
          for (const [index, step] of steps.entries()) {
            const turnId = `s${who}-${index}`;
            if (step === 'say') await sayOrAnswer(turnId);
            else if (step === 'answer') {
              const [pending] = await conversations.pendingTurns(id);
              if (pending) await sayOrAnswer(turnId, pending.seq);
            } else {
              const copies = step === 'resend' ? 3 : 1;
              const results = await Promise.all(
                Array.from({ length: copies }, () => append(turnId)),
              );
              expect(results.map(({ kind }) => kind).sort()).toEqual(
                ['kept', 'repeated', 'repeated'].slice(0, copies),
              );
              const numbers = results.map((result) => 'turn' in result && result.turn.seq);
              expect(new Set(numbers).size).toBe(1);
              kept.set(turnId, Number(numbers[0]));
            }
          }
        }
        await Promise.all(senders.map(run));

        const list = await seqs();
        expect(list.map(([seq]) => seq)).toEqual(list.map((_, index) => index + 1));
        expect(new Map(list.map(([seq, turnId]) => [turnId, seq]))).toEqual(
          new Map([...kept].sort((a, b) => a[1] - b[1])),
        );
        for (const who of senders.keys()) {
          const own = list
            .map(([, turnId]) => String(turnId))
            .filter((turnId) => turnId.startsWith(`s${who}-`));
          const inOrder = own.toSorted((a, b) => Number(a.split('-')[1]) - Number(b.split('-')[1]));
          expect(own).toEqual(inOrder);
        }
        const waiting = (await conversations.turnsAfter(id, 0, 1000))
          .filter(({ author, seq }) => author === 'participant' && !answered.has(seq))
          .map(({ seq }) => seq);
        expect((await conversations.pendingTurns(id)).map(({ seq }) => seq)).toEqual(waiting);
        expect([...(await conversations.assessments(id)).keys()].sort()).toEqual(
          [...answered].sort(),
        );
      }),
      { numRuns: 20 },
    );
  });
}
