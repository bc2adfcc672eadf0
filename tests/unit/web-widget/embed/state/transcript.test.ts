import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { TurnWire } from '../../../../../server/protocol/turn-wire.ts';
import {
  EMPTY_TRANSCRIPT,
  nextToSend,
  type OwnTurn,
  openQuestion,
  type Transcript,
  transcriptAfter,
} from '../../../../../web-widget/embed/state/transcript.ts';

const AT = '2026-11-24T03:00:00.000Z';
const own = (turnId: string, text = turnId): OwnTurn => ({
  turnId,
  text,
  state: 'sending',
  at: AT,
});
const turn = (seq: number, more: Partial<TurnWire> = {}): TurnWire => ({
  ...{ seq, turnId: `bot-${seq}`, author: 'bot', text: `text ${seq}`, at: AT },
  ...more,
});

/** A server that keeps each id once, and a line that loses, repeats and reorders what it carries. */
function play(steps: readonly number[]): { screen: Transcript; store: readonly TurnWire[] } {
  const store: TurnWire[] = [];
  const onTheWay: (() => void)[] = [];
  let screen = EMPTY_TRANSCRIPT;
  let written = 0;

  const keep = (sent: OwnTurn) => {
    let kept = store.find(({ turnId }) => turnId === sent.turnId);
    if (!kept) {
      kept = turn(store.length + 1, {
        turnId: sent.turnId,
        text: sent.text,
        author: 'participant',
      });
      store.push(kept);
      announce(kept);
    }
    const { seq, turnId } = kept;
    onTheWay.push(() => {
      screen = transcriptAfter(screen, { kind: 'acknowledged', turnId, seq });
    });
  };
  const announce = (added: TurnWire) =>
    onTheWay.push(() => {
      screen = transcriptAfter(screen, { kind: 'heard', turn: added });
    });
  const pull = () => {
    const after = screen.completeTo;
    const turns = store.filter(({ seq }) => seq > after);
    onTheWay.push(() => {
      screen = transcriptAfter(screen, { kind: 'pulled', after, turns });
    });
  };
  const send = () => {
    const next = nextToSend(screen);
    if (next) keep(next);
  };
  const arrive = (at: number, stays: boolean) => {
    const index = at % Math.max(1, onTheWay.length);
    onTheWay[index]?.();
    if (!stays) onTheWay.splice(index, 1);
  };

  for (const step of steps) {
    const at = Math.floor(step / 8);
    if (step % 8 === 0)
      screen = transcriptAfter(screen, { kind: 'written', turn: own(`own-${written++}`) });
    else if (step % 8 === 1) send();
    else if (step % 8 === 2) announce(store[store.push(turn(store.length + 1)) - 1] as TurnWire);
    else if (step % 8 === 3) pull();
    else if (step % 8 === 4) arrive(at, false);
    else if (step % 8 === 5) arrive(at, true);
    else if (step % 8 === 6) onTheWay.splice(at % Math.max(1, onTheWay.length), 1);
    else screen = transcriptAfter(screen, { kind: 'not-answered' });

    const ids = [...screen.turns, ...screen.outbox].map(({ turnId }) => turnId);
    expect(new Set(ids).size).toBe(ids.length);
    const seqs = screen.turns.map(({ seq }) => seq);
    expect(seqs).toEqual([...seqs].sort((a, b) => a - b));
  }

  // The line holds again: what waits is sent until answered, then one pull.
  for (let more = 0; nextToSend(screen) && more < 500; more++) {
    onTheWay.length = 0;
    send();
    arrive(onTheWay.length - 1, false);
  }
  onTheWay.length = 0;
  pull();
  arrive(0, false);
  return { screen, store };
}

describe('what is on the screen', () => {
  test('equals what was kept, each turn once and in order, however the line behaves', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(8 * 40), { maxLength: 120 }), (steps) => {
        const { screen, store } = play(steps);
        expect(screen.outbox).toEqual([]);
        expect(screen.turns.map(({ seq, turnId, text }) => [seq, turnId, text])).toEqual(
          store.map(({ seq, turnId, text }) => [seq, turnId, text]),
        );
        expect(screen.completeTo).toBe(store.length);
      }),
      { numRuns: 400 },
    );
  });

  test('keeps what was written in the order of writing', () => {
    let screen = EMPTY_TRANSCRIPT;
    for (const id of ['a', 'b', 'c']) {
      screen = transcriptAfter(screen, { kind: 'written', turn: own(id) });
    }
    expect(nextToSend(screen)?.turnId).toBe('a');
    screen = transcriptAfter(screen, { kind: 'refused', turnId: 'a', error: 'invalid' });
    expect(nextToSend(screen)?.turnId).toBe('b');
    expect(screen.outbox.map(({ turnId }) => turnId)).toEqual(['a', 'b', 'c']);
  });

  test('asks again for what a gap hides', () => {
    const screen = transcriptAfter(
      transcriptAfter(EMPTY_TRANSCRIPT, { kind: 'heard', turn: turn(1) }),
      { kind: 'heard', turn: turn(3) },
    );
    expect(screen.completeTo).toBe(1);
    const whole = transcriptAfter(screen, { kind: 'pulled', after: 1, turns: [turn(2), turn(3)] });
    expect(whole.completeTo).toBe(3);
  });

  test('carries into a new conversation what was not sent, as words', () => {
    const tapped = { ...own('a', 'Oui'), choice: 'yes' };
    let screen = transcriptAfter(EMPTY_TRANSCRIPT, { kind: 'heard', turn: turn(1) });
    screen = transcriptAfter(screen, { kind: 'written', turn: tapped });
    screen = transcriptAfter(screen, { kind: 'began-anew' });
    expect(screen.turns).toEqual([]);
    expect(screen.outbox).toEqual([own('a', 'Oui')]);
  });
});

describe('the choices that can be tapped', () => {
  const asked = turn(1, { choices: [{ id: 'y', label: 'Oui' }] });
  const holding = (...turns: TurnWire[]): Transcript => ({ ...EMPTY_TRANSCRIPT, turns });

  test('are those of the last question, and a notice does not take them away', () => {
    expect(openQuestion(holding(asked, turn(2, { author: 'notice' })))).toBe(1);
    expect(openQuestion(holding(asked, turn(2, { author: 'participant', text: 'hm' })))).toBe(1);
  });

  test('are gone once answered, also while the answer is on its way', () => {
    expect(openQuestion(holding(asked, turn(2, { author: 'participant', text: 'Oui' })))).toBe(
      undefined,
    );
    expect(openQuestion({ ...holding(asked), outbox: [own('a', 'Oui')] })).toBe(undefined);
  });

  test('are gone once something else was said', () => {
    expect(openQuestion(holding(asked, turn(2)))).toBe(undefined);
    expect(openQuestion(holding(asked, turn(2, { author: 'responder' })))).toBe(undefined);
  });
});
