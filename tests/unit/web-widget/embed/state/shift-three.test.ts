import { describe, expect, test } from '@jest/globals';
import { createShiftThree } from '../../../../../web-widget/embed/state/shift-three.ts';

function typing() {
  const shiftThree = createShiftThree();
  const stroke = (type: 'keydown' | 'keyup', key: string, atMs: number, repeat = false) =>
    shiftThree({ type, key, atMs, repeat });
  return {
    stroke,
    shift(atMs: number) {
      stroke('keydown', 'Shift', atMs);
      return stroke('keyup', 'Shift', atMs + 50);
    },
  };
}

describe('Shift three times', () => {
  test('leaves within five seconds, and says how far it is', () => {
    const { shift } = typing();
    expect([shift(0), shift(1000), shift(2000)]).toEqual([1, 2, 3]);
  });

  test('begins again when too slow', () => {
    const { shift } = typing();
    expect([shift(0), shift(4000), shift(8000)]).toEqual([1, 2, 2]);
  });

  test('is never set off by writing capitals', () => {
    const { shift, stroke } = typing();
    for (const at of [0, 300, 600, 900]) {
      stroke('keydown', 'Shift', at);
      stroke('keydown', 'J', at + 20);
      stroke('keyup', 'J', at + 40);
      expect(stroke('keyup', 'Shift', at + 60)).toBe(0);
    }
    expect(shift(1200)).toBe(1);
  });

  test('counts a key held down once', () => {
    const { stroke } = typing();
    stroke('keydown', 'Shift', 0);
    for (let at = 500; at < 2000; at += 50) expect(stroke('keydown', 'Shift', at, true)).toBe(0);
    expect(stroke('keyup', 'Shift', 2000)).toBe(1);
  });

  test('starts from nothing after another key', () => {
    const { shift, stroke } = typing();
    shift(0);
    shift(300);
    stroke('keydown', 'a', 500);
    expect(shift(700)).toBe(1);
  });
});
