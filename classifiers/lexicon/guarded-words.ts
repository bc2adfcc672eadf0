/** The words a disguise is worth seeing through, and how a mangled one is traced back to them. */
export interface GuardedWords {
  has(word: string): boolean;
  /** The guarded word that `word` is a misspelling of, or null. */
  trace(word: string): string | null;
  /** The guarded word that fits letters with gaps such as `su*c*de`, or null. */
  fill(masked: string): string | null;
  /** `jeveuxmourir` → `jeveux mourir`: words that were run together around a guarded one. */
  part(run: string): string;
}

const squeeze = (word: string) => word.replace(/(.)\1+/g, '$1');
const without = (word: string, at: number) => word.slice(0, at) + word.slice(at + 1);
/** Shorter words have too many harmless neighbours one letter away. */
const SHORTEST_TO_MEND = 6;

export function guardedWords(words: readonly string[]): GuardedWords {
  const known = new Set(words);
  const squeezed = new Map<string, string>();
  const shortened = new Map<string, string>();
  for (const word of words) {
    if (!squeezed.has(squeeze(word))) squeezed.set(squeeze(word), word);
    if (word.length < SHORTEST_TO_MEND) continue;
    for (let at = 1; at < word.length; at++) {
      // A missing plural is no misspelling.
      if (at < word.length - 1 || !word.endsWith('s')) shortened.set(without(word, at), word);
    }
  }
  const long = words.filter((word) => word.length >= 5).sort((a, b) => b.length - a.length);

  return {
    has: (word) => known.has(word),
    trace(word) {
      if (known.has(word)) return word;
      const drawn = squeeze(word);
      if (drawn !== word || squeezed.has(word)) {
        const found = squeezed.get(drawn);
        if (found) return found;
      }
      if (word.length < SHORTEST_TO_MEND || word.length > 14) return null;
      const missing = word.length >= SHORTEST_TO_MEND ? shortened.get(word) : undefined;
      if (missing) return missing;
      // One letter too many; or one wrong or two swapped, which agree once a letter is left out.
      for (let at = 1; at < word.length; at++) {
        const rest = without(word, at);
        const plural = at === word.length - 1 && word.endsWith('s');
        if (known.has(rest) && rest.length >= SHORTEST_TO_MEND && !plural) return rest;
        const near = shortened.get(rest);
        if (near && near.length === word.length && word.length > SHORTEST_TO_MEND) return near;
      }
      return null;
    },
    fill(masked) {
      const letters = masked.replace(/[^a-z]/g, '').length;
      if (letters < 2 || masked.length > 14) return null;
      const shape = new RegExp(
        `^${masked.replace(/[^a-z]+/g, (gap) => `[a-z]{1,${gap.length}}`)}$`,
      );
      return words.find((word) => word[0] === masked[0] && shape.test(word)) ?? null;
    },
    part(run) {
      if (known.has(run)) return run;
      const inner = long.find((word) => run.includes(word));
      if (!inner) return run;
      const at = run.indexOf(inner);
      return [run.slice(0, at), inner, run.slice(at + inner.length)].filter(Boolean).join(' ');
    },
  };
}
