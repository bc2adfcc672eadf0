/** Shorter words are other words when a letter changes: "aide" and "aime". */
const SHORTEST = 5;

/** Whether two words are the same but for one slip of the finger, in words long enough for it. */
export function nearWord(a: string, b: string): boolean {
  if (a === b) return true;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  return (
    short.length >= SHORTEST &&
    long.length > SHORTEST &&
    long.length - short.length <= 1 &&
    a[0] === b[0] &&
    isOneSlip(short, long)
  );
}

/** Whether `slips` of two words, of which one is longer by a letter at most, are no more than one. */
function isOneSlip(short: string, long: string): boolean {
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1);
  if (short.slice(at + 1) === long.slice(at + 1)) return true;
  const isSwapped = short[at] === long[at + 1] && short[at + 1] === long[at];
  return isSwapped && short.slice(at + 2) === long.slice(at + 2);
}

/**
 * How many slips make one text of another: a letter too many, missing, other, or two swapped
 * (optimal string alignment).
 */
export function slips(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const line = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      let least = Math.min(
        (last[column] ?? 0) + 1,
        (line[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      );
      const swapped =
        row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (swapped) least = Math.min(least, (before[column - 2] ?? 0) + 1);
      line.push(least);
    }
    before = last;
    last = line;
  }
  return last[b.length] ?? 0;
}

/** From 0 (nothing in common) to 1 (the same). */
export const likeness = (a: string, b: string): number =>
  1 - slips(a, b) / Math.max(a.length, b.length, 1);
