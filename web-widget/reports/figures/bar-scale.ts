/** Where bars end and lines run, for values from zero. */
export interface BarScale {
  /** The value at the top: a round number no bar goes beyond. */
  readonly top: number;
  /** Values to rule a line at, zero first, the top last. */
  readonly ticks: readonly number[];
}

const STEPS = [1, 2, 5];

/** A scale with two to five round steps. Counts are whole, so no step is below one. */
export function barScale(largest: number): BarScale {
  const wanted = Math.max(1, largest);
  for (let power = 1; ; power *= 10) {
    for (const factor of STEPS) {
      const step = factor * power;
      const steps = Math.ceil(wanted / step);
      if (steps > 5) continue;
      return {
        top: steps * step,
        ticks: Array.from({ length: steps + 1 }, (_, index) => index * step),
      };
    }
  }
}
