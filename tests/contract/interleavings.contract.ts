import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { aConversation, anAssessment, anEscalation, later, NOON } from '../support/builders.ts';
import { CONTINUE, newId, type StoresUnderTest, said, turn } from './stores-under-test.ts';


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
}
