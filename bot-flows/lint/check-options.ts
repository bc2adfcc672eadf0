import { LANGUAGES } from '../engine/languages.ts';
import type { Problem } from '../engine/problems.ts';
import { optionLabel, optionWords } from '../engine/texts.ts';
import { toWords } from '../engine/words.ts';
import type { TextSources } from './flow-sources.ts';
import { reporter } from './reporter.ts';

/** Two lines on the narrowest phone. */
const LONGEST_LABEL = 48;

/** That what is tapped is short, and that no words choose two things. */
export function checkOptions(texts: TextSources): readonly Problem[] {
  const problems: Problem[] = [];
  for (const language of LANGUAGES) {
    const report = reporter(texts[language], problems);
    for (const [step, { options = {} }] of Object.entries(texts[language].data)) {
      const taken = new Map<string, string>();
      for (const [id, option] of Object.entries(options)) {
        const path = [step, 'options', id];
        const label = optionLabel(option, 'vous');
        if (label.length > LONGEST_LABEL) {
          const what = `"${label}" has ${label.length} characters`;
          report('long-label', path, what, `Make it ${LONGEST_LABEL} at most`);
        }
        for (const words of new Set(optionWords(option).map((one) => toWords(one).join(' ')))) {
          const other = taken.get(words);
          if (other !== undefined && other !== id) {
            const what = `“${words}” chooses "${other}" and "${id}"`;
            report('ambiguous-option', path, what, 'Leave it with one of them');
          }
          taken.set(words, id);
        }
      }
    }
  }
  return problems;
}
