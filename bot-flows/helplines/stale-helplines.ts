import type { Helplines } from './helplines.ts';

export interface StaleHelpline {
  readonly country: string;
  readonly id: string;
  readonly label: string;
  /** One line for an operator: since when, and what to do. */
  readonly reason: string;
}

/** Lines to check again before anybody relies on them: expired, or from an undated source. */
export function staleHelplines(helplines: Helplines, now: Date): readonly StaleHelpline[] {
  const today = now.toISOString().slice(0, 10);
  return Object.entries(helplines.countries).flatMap(([country, { lines }]) =>
    lines.flatMap(({ id, label, expiresOn, source }) => {
      if (expiresOn !== null && expiresOn > today) return [];
      const since = expiresOn === null ? 'its source is undated' : `expired on ${expiresOn}`;
      const reason = `${since}: check it (last source: ${source}) and set verifiedOn and expiresOn`;
      return [{ country, id, label, reason }];
    }),
  );
}
