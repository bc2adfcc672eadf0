/** A key that went down or up, as far as this needs to know. */
export interface KeyStroke {
  readonly type: 'keydown' | 'keyup';
  readonly key: string;
  readonly repeat: boolean;
  readonly atMs: number;
}

const WITHIN_MS = 5_000;

/**
 * Counts plain presses of Shift: down and up again with no other key between, so that writing
 * capitals never counts. @returns how many of three are done within 5 s; 3 means: leave.
 */
export function createShiftThree(): (stroke: KeyStroke) => 0 | 1 | 2 | 3 {
  let pressedAt: number[] = [];
  let plain = false;
  return ({ type, key, repeat, atMs }) => {
    if (key !== 'Shift') {
      plain = false;
      if (type === 'keydown') pressedAt = [];
    } else if (type === 'keydown') {
      if (!repeat) plain = true;
    } else if (plain) {
      plain = false;
      pressedAt = [...pressedAt.filter((ms) => atMs - ms < WITHIN_MS), atMs];
    }
    const count = Math.min(3, pressedAt.length) as 0 | 1 | 2 | 3;
    if (count === 3) pressedAt = [];
    return count;
  };
}
