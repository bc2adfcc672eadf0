import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { withCase, withPulled } from '../../../../../web-widget/console/state/case-list.ts';
import { aCase } from '../../../../support/console-wires.ts';

describe('the list of cases', () => {
  test('forgets a case that is closed', () => {
    const open = withCase(new Map(), aCase());
    expect(withCase(open, aCase({ closedAt: '2026-11-24T04:00:00.000Z' })).size).toBe(0);
  });

  test('drops what the server no longer has', () => {
    expect([...withPulled([aCase({ id: 'b' })], []).keys()]).toEqual(['b']);
  });

  test('believes what was announced while the answer was on its way', () => {
    const taken = aCase({ claimedBy: { id: 'sam', name: 'Sam' } });
    expect(withPulled([aCase()], [taken]).get('case-1')).toEqual(taken);
    const closed = aCase({ closedAt: '2026-11-24T04:00:00.000Z' });
    expect(withPulled([aCase()], [taken, closed]).size).toBe(0);
  });

  test('ends in the truth wherever among the changes the server read its answer', () => {
    const change = fc.record({
      id: fc.constantFrom('a', 'b', 'c'),
      closedAt: fc.constantFrom(null, '2026-11-24T04:00:00.000Z'),
      degraded: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(change), fc.nat(), fc.nat(), (changes, one, other) => {
        const all = changes.map((seen) => aCase(seen));
        const truth = all.reduce(withCase, new Map() as ReturnType<typeof withPulled>);
        const asked = Math.min(one, other) % (all.length + 1);
        const read = Math.max(asked, Math.max(one, other) % (all.length + 1));
        const answer = all.slice(0, read).reduce(withCase, new Map() as typeof truth);
        expect(sorted(withPulled([...answer.values()], all.slice(asked)))).toEqual(sorted(truth));
      }),
    );
  });
});

function sorted(cases: ReturnType<typeof withPulled>) {
  return [...cases].sort(([a], [b]) => (a < b ? -1 : 1));
}
