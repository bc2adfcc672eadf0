import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { TurnWire } from '../../../../../server/protocol/turn-wire.ts';
import { type PaceContext, paceTurns } from '../../../../../web-widget/embed/state/pace-turns.ts';

const bubble = (seq: number, text: string, author: TurnWire['author'] = 'bot'): TurnWire => ({
  ...{ seq, turnId: `t${seq}`, author, text, at: '2026-11-24T03:00:00.000Z' },
});
const calm: PaceContext = {
  handling: 'with-bot',
  reducedMotion: false,
  sinceLastMs: 0,
  holdsNumber: (text) => text.includes('3114'),
};
const three = [bubble(1, 'Bonsoir.'), bubble(2, 'Je suis un programme.'), bubble(3, 'Ça va ?')];

describe('the pace of bubbles', () => {
  test('shows the first at once and the next after a short while', () => {
    const pace = paceTurns(three, 0, calm);
    expect(pace.shownTo).toBe(1);
    expect(pace.againInMs).toBeGreaterThan(0);
    expect(pace.againInMs).toBeLessThanOrEqual(700);
    expect(paceTurns(three, 1, { ...calm, sinceLastMs: 700 }).shownTo).toBe(2);
  });

  test.each([
    ['with a number to call in a later bubble', three.with(2, bubble(3, 'Le 3114 répond.')), {}],
    ['while a person is called', three, { handling: 'awaiting-responder' as const }],
    ['while a person is there', three, { handling: 'with-responder' as const }],
    ['when motion is reduced', three, { reducedMotion: true }],
    ['when a person wrote last', three.with(2, bubble(3, 'Bonsoir.', 'responder')), {}],
  ])('holds nothing back %s', (_when, turns, change) => {
    expect(paceTurns(turns, 0, { ...calm, ...change })).toEqual({ shownTo: 3, againInMs: null });
  });

  test('never takes back what was shown and ends with everything shown', () => {
    const texts = fc.array(fc.constantFrom('a', 'b'.repeat(300), 'le 3114'), { maxLength: 12 });
    fc.assert(
      fc.property(texts, (all) => {
        const turns = all.map((text, at) => bubble(at + 1, text));
        let shownTo = 0;
        let waitedMs = 0;
        for (let looks = 0; looks <= turns.length; looks++) {
          const pace = paceTurns(turns, shownTo, { ...calm, sinceLastMs: waitedMs });
          expect(pace.shownTo).toBeGreaterThanOrEqual(shownTo);
          shownTo = pace.shownTo;
          if (pace.againInMs === null) break;
          expect(pace.againInMs).toBeLessThanOrEqual(700);
          waitedMs = pace.againInMs;
        }
        expect(shownTo).toBe(turns.length);
      }),
    );
  });
});
