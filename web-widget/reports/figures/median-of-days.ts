/** The middle one of the daily values that can be shown, and from how many days it comes. */
export function medianOfDays(values: readonly (number | null)[]): {
  readonly median: number | null;
  readonly days: number;
} {
  const sorted = values.filter((value) => value !== null).sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle];
  const lower = sorted[middle - 1];
  if (upper === undefined) return { median: null, days: 0 };
  const even = sorted.length % 2 === 0 && lower !== undefined;
  return { median: even ? (lower + upper) / 2 : upper, days: sorted.length };
}
