import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Lexicon } from '../../classifiers/lexicon/lexicon.ts';
import { loadLexicon } from '../../classifiers/lexicon/load-lexicon.ts';
import { parseRuleFile, type RuleFile } from '../../classifiers/lexicon/rule-file.ts';

export const LEXICON_FOLDER = join(process.cwd(), 'data', 'lexicons');

/** The rules that ship. */
export const shippedLexicon = (): Lexicon => loadLexicon(LEXICON_FOLDER);

export function shippedRuleFile(language: 'fr' | 'en'): RuleFile {
  const parsed = parseRuleFile(readFileSync(join(LEXICON_FOLDER, `${language}.yaml`), 'utf8'));
  if ('problems' in parsed) throw new Error(parsed.problems.map((p) => p.message).join('\n'));
  return parsed.file;
}
