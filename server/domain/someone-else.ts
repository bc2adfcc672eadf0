import type { Subject } from '../../bot-flows/dialog.ts';
import { atLeast, type RiskAssessment, type RiskLevel } from '../../classifiers/risk-classifier.ts';
import type { OwnWords } from './own-words.ts';

const OF_OTHERS = ['other-at-risk', 'other-imminent'];

/**
 * Whether the danger that a message shows may be another person's: the talk is about somebody
 * else, the classifier saw so, or not a word of the message is about the writer.
 * @param rules what the reviewed rules alone see in it. A sentence of the writer's own in which
 *   they see danger is never read as anybody else's.
 */
export function isOfSomeoneElse(
  { signals }: RiskAssessment,
  { spoken, bare }: OwnWords,
  subject: Subject,
  rules: RiskLevel,
): boolean {
  const seen = atLeast(rules, 'passive');
  if (seen && spoken !== '') return false;
  if (subject === 'someone-else' || OF_OTHERS.some((name) => signals.includes(name))) return true;
  return !seen && spoken === '' && bare === '';
}

/** The same reading, as of another person: worry for the writer, their danger as a signal. */
export function ofSomeoneElse(
  whole: RiskAssessment,
  spoken: RiskAssessment | null,
): RiskAssessment {
  const signals = new Set([...whole.signals, ...(spoken?.signals ?? []), 'other-at-risk']);
  if (whole.level === 'imminent') signals.add('other-imminent');
  return {
    ...whole,
    level: 'distress',
    signals: [...signals].sort(),
    completeness: spoken?.completeness === 'degraded' ? 'degraded' : whole.completeness,
  };
}
