import type {
  AssessOptions,
  RiskAssessment,
  RiskClassifier,
  RiskLevel,
} from '../risk-classifier.ts';

/** What a candidate would have said, beside what was said. Levels only: no text, no conversation. */
export type ShadowComparison =
  | { readonly kind: 'compared'; readonly current: RiskLevel; readonly candidate: RiskLevel }
  /** `busy`: another message was being compared; `incomplete`: one of the two had a part missing. */
  | { readonly kind: 'left-out'; readonly why: 'busy' | 'incomplete' };

export type HearComparison = (comparison: ShadowComparison) => void;

/** Nobody waits for the candidate. */
const BUDGET_MS = 10_000;

/**
 * Has a candidate read what the classifier in use has read, without any effect: it begins when
 * the answer is there, one message at a time, and whatever it says or does changes nothing.
 * What comes while it is busy is left out, so that it never takes more than one core's time.
 */
export function withShadow<T extends RiskClassifier>(
  current: T,
  candidate: Pick<RiskClassifier, 'assess'>,
  hear: HearComparison,
): T {
  let busy = false;

  async function compare(text: string, options: AssessOptions, read: RiskAssessment) {
    if (read.completeness === 'degraded') return hear({ kind: 'left-out', why: 'incomplete' });
    if (busy) return hear({ kind: 'left-out', why: 'busy' });
    busy = true;
    try {
      const other = await candidate.assess(text, { ...options, budgetMs: BUDGET_MS });
      hear(
        other.completeness === 'degraded'
          ? { kind: 'left-out', why: 'incomplete' }
          : { kind: 'compared', current: read.level, candidate: other.level },
      );
    } finally {
      busy = false;
    }
  }

  return {
    ...current,
    async assess(text, options) {
      const read = await current.assess(text, options);
      compare(text, options, read).catch(() => {});
      return read;
    },
  };
}
