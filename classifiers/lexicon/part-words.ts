const SHORTEST_RUN = 9;
const LONGEST_RUN = 40;

/**
 * Makes the reader of words that were run together so that a filter won't see them:
 * `jeveuxmourir` → `je veux mourir`, in as few words as can be.
 *
 * @param known every word a run may be made of.
 * @param guarded a run is parted only when one of these is in it.
 * @returns for a run, its words with spaces; null when it is no such run.
 */
export function partWords(
  known: ReadonlySet<string>,
  guarded: { has(word: string): boolean },
): (run: string) => string | null {
  return (run) => {
    if (run.length < SHORTEST_RUN || run.length > LONGEST_RUN || known.has(run)) return null;
    const parted: (readonly string[] | null)[] = [[]];
    for (let end = 1; end <= run.length; end++) {
      let best: readonly string[] | null = null;
      for (let start = Math.max(0, end - 14); start < end; start++) {
        const before = parted[start];
        const word = run.slice(start, end);
        if (!before || !known.has(word)) continue;
        if (!best || before.length + 1 < best.length) best = [...before, word];
      }
      parted.push(best);
    }
    const words = parted[run.length];
    return words && words.length > 1 && words.some((word) => guarded.has(word))
      ? words.join(' ')
      : null;
  };
}
