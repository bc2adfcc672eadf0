import type { LexiconReading } from './lexicon/lexicon.ts';
import { isSpeltOut } from './lexicon/unmask.ts';
import type { ModelReading } from './model/judge.ts';
import { atLeast, type RiskLevel } from './risk-classifier.ts';

/**
 * Below this probability the model is sure: at `passive` or more, that nobody wishes to die. On
 * messages that strangers wrote (data/corpus/calibration-*.tsv) an alarm of the lexicon was then
 * false eleven times in thirteen: "I’m ending it. The gym membership". ADR 11.
 */
const SURE = 0.1;

/**
 * The level that the lexicon’s reading counts for, once the model has read the whole message too.
 * A rule sees a few words and the model what stands around them. Where the model is sure that
 * there is no danger, an alarm still has the person asked directly and somebody review it
 * (`passive`), and no longer calls the emergency; where it is sure that there is no distress, a
 * word such as "homeless" alone makes none. Without a model the lexicon counts in full.
 */
export function weighLexicon(
  text: string,
  seen: LexiconReading,
  read: ModelReading | null,
): RiskLevel {
  // Letters typed one by one are a word to a rule and noise to the model.
  if (!read || isSpeltOut(text)) return seen.level;
  const { distress, passive, active, imminent } = read.probabilities;
  const wishesToDie = passive + active + imminent;
  if (atLeast(seen.level, 'active') && wishesToDie < SURE) return 'passive';
  if (seen.level === 'distress' && distress + wishesToDie < SURE) return 'none';
  return seen.level;
}
