import type { RiskLevel } from '../../classifiers/risk-classifier.ts';

/** How one installation presents itself; from `site.yaml`. */
export interface Site {
  readonly name: string;
  /** BCP 47 tags, the first is the default. */
  readonly languages: readonly [string, ...string[]];
  readonly address: 'tu' | 'vous';
  /** ISO 3166-1 code of the country whose helplines are named. */
  readonly country: string;
  /** IANA time zone, for opening hours and reports. */
  readonly timeZone: string;
  /** When people answer; `null`: whenever a responder is connected. */
  readonly hours: OpeningHours | null;
  /** Longest wait for a person before the participant is told the truth, in milliseconds. */
  readonly answerWithinMs: Readonly<Record<RiskLevel, number>>;
}

export interface OpeningHours {
  /** By day of the week, `mon` to `sun`: spans such as `19:00-23:30`; a span may pass midnight. */
  readonly week: Readonly<Record<string, readonly string[]>>;
  /** Days (`2026-12-25`) on which nobody answers. */
  readonly holidays: readonly string[];
}
