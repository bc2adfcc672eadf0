import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { ReadTurnWire } from '../../../../../server/protocol/responder-protocol.ts';
import { mergeTurns, settledSeq } from '../../../../../web-widget/console/state/turn-merge.ts';
import { aReadTurn } from '../../../../support/console-wires.ts';

const unread = (seq: number): ReadTurnWire => {
  const { assessment: _, ...turn } = aReadTurn({ seq });
  return turn;
};
/** Some turns of one conversation, some of them seen before they were assessed. */
const arrivals = fc.array(
  fc
    .tuple(fc.integer({ min: 1, max: 12 }), fc.boolean())
    .map(([seq, read]) => (read ? aReadTurn({ seq }) : unread(seq))),
  { maxLength: 40 },
);

describe('mergeTurns', () => {
  test('shows each turn once and in order, however they arrive', () => {
    fc.assert(
      fc.property(arrivals, (turns) => {
        const seqs = turns
          .reduce<readonly ReadTurnWire[]>((known, turn) => mergeTurns(known, [turn]), [])
          .map(({ seq }) => seq);
        expect(seqs).toEqual([...new Set(turns.map(({ seq }) => seq))].sort((a, b) => a - b));
      }),
    );
  });

  test('comes to the same whichever of two batches arrives first', () => {
    fc.assert(
      fc.property(arrivals, arrivals, (a, b) => {
        expect(mergeTurns(mergeTurns([], a), b)).toEqual(mergeTurns(mergeTurns([], b), a));
      }),
    );
  });

  test('changes nothing when the same turns come again', () => {
    fc.assert(
      fc.property(arrivals, (turns) => {
        const once = mergeTurns([], turns);
        expect(mergeTurns(once, turns)).toEqual(once);
      }),
    );
  });

  test('never forgets what was seen in a turn', () => {
    expect(mergeTurns([aReadTurn({ seq: 1 })], [unread(1)])).toEqual([aReadTurn({ seq: 1 })]);
  });
});

describe('settledSeq', () => {
  test('asks again from a gap', () => {
    expect(settledSeq([aReadTurn({ seq: 1 }), aReadTurn({ seq: 3 })])).toBe(1);
  });

  test('asks again for a message that was not assessed yet', () => {
    expect(settledSeq([aReadTurn({ seq: 1 }), unread(2), aReadTurn({ seq: 3 })])).toBe(1);
  });

  test('waits for no assessment of what the program or the team said', () => {
    expect(settledSeq([{ ...unread(1), author: 'bot' }, aReadTurn({ seq: 2 })])).toBe(2);
  });

  test('never skips a turn: pulling after it completes the conversation', () => {
    fc.assert(
      fc.property(arrivals, (turns) => {
        const whole = Array.from({ length: 12 }, (_, index) => aReadTurn({ seq: index + 1 }));
        const known = mergeTurns([], turns);
        const pulled = whole.filter(({ seq }) => seq > settledSeq(known));
        expect(mergeTurns(known, pulled)).toEqual(whole);
      }),
    );
  });
});
