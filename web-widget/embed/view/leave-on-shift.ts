import { createShiftThree } from '../state/shift-three.ts';

/** Listens, on the whole page, for Shift pressed three times, while the conversation is open. */
export function leaveOnShift(deps: {
  readonly signal: AbortSignal;
  isOpen(): boolean;
  pressed(times: number): void;
  leave(): void;
}): void {
  const shiftThree = createShiftThree();
  let before = 0;
  const stroke = ({ type, key, repeat, timeStamp: atMs }: KeyboardEvent) => {
    if (!deps.isOpen()) return;
    const times = shiftThree({ type: type as 'keydown' | 'keyup', key, repeat, atMs });
    if (times === 3) deps.leave();
    else if (times !== before) deps.pressed(times);
    before = times;
  };
  const options = { signal: deps.signal, capture: true };
  document.addEventListener('keydown', stroke, options);
  document.addEventListener('keyup', stroke, options);
}
