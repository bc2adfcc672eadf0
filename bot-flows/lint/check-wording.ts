import type { Problem } from '../engine/problems.ts';
import type { TextSources } from './flow-sources.ts';
import { textParts } from './text-parts.ts';
import { WORDING_RULES } from './wording-rules.ts';

/** What the texts of one folder say that no text may say. */
export function checkWording(texts: TextSources): readonly Problem[] {
  const problems = new Map<string, Problem>();
  for (const { language, source, path, text } of textParts(texts)) {
    for (const rule of WORDING_RULES) {
      if (rule.language !== undefined && rule.language !== language) continue;
      const match = rule.pattern.exec(rule.apart ? text.replace(rule.apart, '') : text);
      if (!match) continue;
      const line = source.lineOf(path);
      const where = path.slice(0, 2).join('.');
      problems.set(`${rule.id} ${source.file} ${line}`, {
        file: source.file,
        line,
        rule: rule.id,
        what: `"${where}" says “${match[0].trim() || match[0]}”`,
        why: rule.why,
        fix: rule.fix,
      });
    }
  }
  return [...problems.values()];
}
