const MOST_ROWS = 16;
/** Padded tokens of one run: about 0.4 s on a slow core, so that an alarmed turn waits no longer. */
const MOST_TOKENS = 1024;

/** Groups rows of similar length, longest last, so that little of a run is padding. */
export function microBatches<T extends { readonly ids: readonly number[] }>(
  rows: readonly T[],
): T[][] {
  const batches: T[][] = [];
  let batch: T[] = [];
  for (const row of [...rows].sort((a, b) => a.ids.length - b.ids.length)) {
    const full = batch.length === MOST_ROWS || (batch.length + 1) * row.ids.length > MOST_TOKENS;
    if (batch.length > 0 && full) {
      batches.push(batch);
      batch = [];
    }
    batch.push(row);
  }
  if (batch.length > 0) batches.push(batch);
  return batches;
}
