import type { Label } from './label.ts';

export interface AcceptedLabels {
  /** Those that somebody went through and kept, each once, in the order of their ids. */
  readonly labels: readonly Label[];
  /** How many nobody has gone through yet. */
  readonly waiting: number;
}

/**
 * Puts the labels of several files together.
 *
 * @throws {Error} when one label was kept at two levels: people have to agree first.
 */
export function acceptedLabels(files: readonly (readonly Label[])[]): AcceptedLabels {
  const byId = new Map<string, Label>();
  const waiting = new Set<string>();
  for (const label of files.flat()) {
    if (label.keep === null) waiting.add(label.id);
    if (label.keep !== true) continue;
    const other = byId.get(label.id);
    if (other && other.level !== label.level) {
      throw new Error(`label ${label.id} is kept as ${other.level} and as ${label.level}`);
    }
    byId.set(label.id, label);
  }
  return {
    labels: [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
    waiting: [...waiting].filter((id) => !byId.has(id)).length,
  };
}
