import { expect, test } from '@jest/globals';
import { anEscalation, later, NOON } from '../support/builders.ts';
import { newId, type StoresUnderTest, said, turn } from './stores-under-test.ts';

/** What reports may know. */
export function describeReports({ setUp }: StoresUnderTest): void {
  test('reports count participant turns and know when a case opened and a person first wrote', async () => {
    const openedAt = new Date(
      Date.parse('2002-01-01T00:00:00Z') + Math.floor(Math.random() * 1e10),
    );
    const { reports, append, commit, id, conversations } = await setUp(
      { openedAt, highestLevel: 'active' },
      [said('b1')],
    );
    await append('p1');
    await append('p2');
    const escalation = anEscalation({
      id: newId('e'),
      conversationId: id,
      openedAt: later(1000),
    });
    await commit({ escalation });
    await commit({
      turns: [turn('r1', { author: 'responder', responderId: 'r1', at: later(9000) })],
    });
    await commit({
      turns: [turn('r2', { author: 'responder', responderId: 'r1', at: later(9900) })],
    });
    const facts = await reports.facts(openedAt, new Date(openedAt.getTime() + 1));
    expect(facts).toEqual([
      {
        openedAt,
        level: 'active',
        messages: 2,
        escalatedAt: later(1000),
        firstHumanAt: later(9000),
      },
    ]);
    expect(
      await reports.facts(new Date(openedAt.getTime() + 1), new Date(openedAt.getTime() + 2)),
    ).toEqual([]);
    await conversations.erase(id, newId('receipt'), NOON);
  });

  test('reports take the first of several cases, and say when there was none', async () => {
    const openedAt = new Date(
      Date.parse('2003-01-01T00:00:00Z') + Math.floor(Math.random() * 1e10),
    );
    const { reports, commit, id, conversations } = await setUp({ openedAt }, [
      turn('p0', { author: 'participant' }),
    ]);
    const facts = async () => reports.facts(openedAt, new Date(openedAt.getTime() + 1));
    expect(await facts()).toMatchObject([{ messages: 1, escalatedAt: null, firstHumanAt: null }]);
    const first = anEscalation({ id: newId('e'), conversationId: id, openedAt: later(1000) });
    await commit({ escalation: first });
    await commit({ escalation: { ...first, closedAt: later(2000) } });
    await commit({ escalation: { ...first, id: newId('e'), openedAt: later(3000) } });
    await commit({ turns: [turn('p1')] });
    expect(await facts()).toMatchObject([{ messages: 2, escalatedAt: later(1000) }]);
    await conversations.erase(id, newId('receipt'), NOON);
  });
}
