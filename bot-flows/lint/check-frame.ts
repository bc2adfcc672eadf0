import { LANGUAGES } from '../engine/languages.ts';
import type { Problem } from '../engine/problems.ts';
import type { QuestionnaireFrame } from '../engine/questionnaire.ts';
import type { Source } from '../engine/read-yaml.ts';
import { lintTexts } from './lint-texts.ts';
import { ownTexts } from './own-texts.ts';
import { reporter } from './reporter.ts';

const PARTS = ['before', 'after', 'left'] as const;

/** What is said around every questionnaire. */
export function checkFrame(source: Source<QuestionnaireFrame> | null): readonly Problem[] {
  if (!source) return [];
  const problems: Problem[] = [];
  const report = reporter(source, problems);
  for (const part of PARTS) {
    for (const language of LANGUAGES.filter((one) => source.data[part][one] === undefined)) {
      report('missing-text', [part], `"${part}" is missing in ${language}`, 'Write it');
    }
  }
  const texts = PARTS.map((name) => ({ name, text: source.data[name], path: [name] }));
  return [...problems, ...lintTexts(ownTexts(source, texts))];
}
