import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileRules, type RuleSet } from './compile-rules.ts';
import { createLexicon, type Lexicon } from './lexicon.ts';
import { type Problem, parseRuleFile } from './rule-file.ts';

/** Everything that is wrong with the rule files, one line each. */
export class LexiconError extends Error {
  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'LexiconError';
  }
}

/** @throws {LexiconError} listing every problem of the file with its line. */
export function loadRuleSet(file: string, yaml: string): RuleSet {
  const refuse = (problems: readonly Problem[]) =>
    new LexiconError(problems.map(({ line, message }) => `${file}:${line}: ${message}`));
  const parsed = parseRuleFile(yaml);
  if ('problems' in parsed) throw refuse(parsed.problems);
  const compiled = compileRules(parsed.file, parsed.lineOf);
  if ('problems' in compiled) throw refuse(compiled.problems);
  return compiled.set;
}

/**
 * Loads every `*.yaml` of a folder, such as `data/lexicons`.
 *
 * @throws {LexiconError} at start-up, listing every problem of every file with its line.
 */
export function loadLexicon(folder: string): Lexicon {
  const problems: string[] = [];
  const sets: RuleSet[] = [];
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort();
  for (const name of files) {
    const file = join(folder, name);
    try {
      sets.push(loadRuleSet(file, readFileSync(file, 'utf8')));
    } catch (error) {
      if (!(error instanceof LexiconError)) throw error;
      problems.push(error.message);
    }
  }
  if (files.length === 0) problems.push(`${folder}: no rule file (*.yaml) here`);
  if (problems.length > 0) throw new LexiconError(problems);
  return createLexicon(sets);
}
