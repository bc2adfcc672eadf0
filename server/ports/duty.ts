import type { OpeningState } from '../domain/opening-hours.ts';

/** Whether people answer now: by the site's hours, or by who is connected when it has none. */
export interface Duty {
  peopleAvailable(): boolean;
  /** The site's hours now; `null` when it has none. */
  hours(): OpeningState | null;
}
