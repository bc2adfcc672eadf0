import type { PlayedWire } from '../../../bot-flows/author/page/page-wire.ts';

/** What of a map a conversation went through. */
export interface Trail {
  readonly at: string | null;
  readonly through: ReadonlySet<string>;
  /** Pairs of steps that followed each other, as `flow.step flow.step`. */
  readonly taken: ReadonlySet<string>;
}

export function trailOf(turns: readonly PlayedWire[]): Trail {
  const taken = new Set<string>();
  let last: string | null = null;
  for (const step of turns.flatMap(({ through }) => through)) {
    if (last !== null) taken.add(`${last} ${step}`);
    last = step;
  }
  return {
    at: turns.at(-1)?.at ?? null,
    through: new Set(turns.flatMap(({ through }) => through)),
    taken,
  };
}
