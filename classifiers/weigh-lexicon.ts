import type { LexiconReading } from './lexicon/lexicon.ts';
import { isSpeltOut } from './lexicon/unmask.ts';
import type { ModelReading } from './model/judge.ts';
import { atLeast, type RiskLevel } from './risk-classifier.ts';

/**
 * Below this probability of `passive` or more the model is sure that nobody wishes to die. On
 * messages that strangers wrote (data/corpus/calibration-*.tsv) an alarm of the lexicon was then
 * false eleven times in thirteen: "I’m ending it. The gym membership". ADR 11.
 */
const SURE = 0.1;

/**
 * The level that the lexicon’s reading counts for, once the model has read the whole message too.
 * A rule sees a few words and the model what stands around them. Where the model is sure that
 * there is no danger, an alarm still has the person asked directly and somebody review it
 * (`passive`), and no longer calls the emergency. Without a model the lexicon counts in full.
 */
export function weighLexicon(
  text: string,
  seen: LexiconReading,
  read: ModelReading | null,
): RiskLevel {
  if (!read || !atLeast(seen.level, 'active')) return seen.level;
  // Letters typed one by one are a word to a rule and noise to the model.
  if (isSpeltOut(text)) return seen.level;
  const { passive, active, imminent } = read.probabilities;
  return passive + active + imminent < SURE ? 'passive' : seen.level;
}
