import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { RISK_LEVELS } from '../../../../classifiers/risk-classifier.ts';
import { type ConversationFacts, reportByDay } from '../../../../server/domain/report.ts';
import { later, NOON } from '../../../support/builders.ts';

const dayOf = (at: Date) => at.toISOString().slice(0, 10);
const fact = (changes: Partial<ConversationFacts> = {}): ConversationFacts => ({
  openedAt: NOON,
  level: 'none',
  messages: 3,
  escalatedAt: null,
  firstHumanAt: null,
  ...changes,
});
const many = (count: number, changes: Partial<ConversationFacts> = {}) =>
  Array.from({ length: count }, () => fact(changes));
const today = (facts: ConversationFacts[]) => reportByDay(facts, [dayOf(NOON)], dayOf)[0];

describe('a report', () => {
  test('hides every count from one to four', () => {
    expect(today(many(4))).toMatchObject({ conversations: null, messages: null });
    expect(today(many(5))).toMatchObject({ conversations: 5, messages: 15, levels: { none: 5 } });
    expect(today([])).toMatchObject({ conversations: 0, messages: 0 });
  });

  test('does not let a single hidden level be worked out from the total', () => {
    const levels = today([
      ...many(9),
      ...many(6, { level: 'distress' }),
      fact({ level: 'imminent' }),
    ])?.levels;
    expect(levels).toMatchObject({ none: 9, distress: null, imminent: null });
  });

  test('gives the median time to a person of at least five answers', () => {
    const waits = [10, 20, 30, 40, 500].map((seconds) =>
      fact({ level: 'active', escalatedAt: NOON, firstHumanAt: later(seconds * 1000) }),
    );
    expect(today(waits)).toMatchObject({ answered: 5, medianSecondsToHuman: 30 });
    expect(today(waits.slice(1))).toMatchObject({ answered: null, medianSecondsToHuman: null });
  });

  test('names days without conversations too', () => {
    const days = ['2026-11-23', '2026-11-24'];
    expect(reportByDay(many(5), days, dayOf).map(({ day }) => day)).toEqual(days);
  });

  test('never shows a count from one to four, whatever happened', () => {
    const facts = fc.array(
      fc.record({
        openedAt: fc.constant(NOON),
        level: fc.constantFrom(...RISK_LEVELS),
        messages: fc.nat(9),
        escalatedAt: fc.constantFrom(null, NOON),
        firstHumanAt: fc.constantFrom(null, later(1000)),
      }),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(facts, (given) => {
        const day = today(given);
        const cells = [
          day?.conversations,
          day?.escalations,
          day?.answered,
          ...Object.values(day?.levels ?? {}),
        ];
        expect(cells.filter((cell) => typeof cell === 'number' && cell > 0 && cell < 5)).toEqual(
          [],
        );
      }),
    );
  });
});
