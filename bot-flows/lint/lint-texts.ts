import type { Problem } from '../engine/problems.ts';
import { checkFrench } from './check-french.ts';
import { checkOptions } from './check-options.ts';
import { checkParity } from './check-parity.ts';
import { checkReading } from './check-reading.ts';
import { checkTeam } from './check-team.ts';
import { checkWording } from './check-wording.ts';
import type { TextSources } from './flow-sources.ts';

/** What is asked of every text that people read, wherever it stands. */
export const lintTexts = (texts: TextSources): readonly Problem[] => [
  ...checkWording(texts),
  ...checkParity(texts),
  ...checkReading(texts),
  ...checkOptions(texts),
  ...checkFrench(texts.fr, texts.en),
];

/** What is asked besides of what flows say, which depends on whether anybody is there. */
export const lintSpoken = (texts: TextSources): readonly Problem[] => [
  ...lintTexts(texts),
  ...checkTeam(texts),
];
