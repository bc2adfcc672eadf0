import { atLeast, type PrecedingTurn, type RiskLevel } from '../risk-classifier.ts';
import { canonicalText } from './canonical-text.ts';
import { anyOf, compilePattern } from './compile-pattern.ts';
import type { LineOf, Problem, RuleFile } from './rule-file.ts';
import { SIGNALS } from './signals.ts';

export interface CompiledRule {
  readonly id: string;
  readonly level: RiskLevel;
  readonly signals: readonly string[];
  readonly match: RegExp;
  readonly unless: RegExp | null;
  readonly after: RegExp | null;
}

/** One language's rules, ready to read with. */
export interface RuleSet {
  readonly language: string;
  readonly version: number;
  readonly forms: (text: string) => readonly string[];
  readonly idioms: RegExp | null;
  /** Most serious first. */
  readonly rules: readonly CompiledRule[];
}

/** An example from the file, with what was said before the last ` ⏎ ` as its context. */
export function example(text: string): { text: string; context: PrecedingTurn[] } {
  const turns = text.split(' ⏎ ');
  const last = turns.pop() ?? '';
  const context = turns.map(
    (turn): PrecedingTurn =>
      turn.startsWith('bot: ')
        ? { speaker: 'bot', text: turn.slice(5) }
        : { speaker: 'person', text: turn.replace(/^person: /, '') },
  );
  return { text: last, context };
}

/** Compiles a file's rules, or lists every rule that can't be. */
export function compileRules(
  file: RuleFile,
  lineOf: LineOf,
): { readonly set: RuleSet } | { readonly problems: Problem[] } {
  const problems: Problem[] = [];
  const ids = new Set<string>();
  const compile = (patterns: readonly string[], path: readonly PropertyKey[]): RegExp | null => {
    const sources = patterns.flatMap((pattern, at) => {
      try {
        return [compilePattern(pattern, file.words)];
      } catch (error) {
        problems.push({ line: lineOf([...path, at]), message: (error as Error).message });
        return [];
      }
    });
    return sources.length > 0 ? anyOf(sources) : null;
  };

  for (const [short, full] of Object.entries(file.spellings)) {
    const again = full.split(' ').find((word) => word !== full && word in file.spellings);
    if (again) {
      problems.push({
        line: lineOf(['spellings', short]),
        message: `spellings.${short}: "${again}" is itself a short spelling`,
      });
    }
  }
  const rules = file.rules.flatMap((rule, at): CompiledRule[] => {
    if (ids.has(rule.id)) {
      problems.push({ line: lineOf(['rules', at, 'id']), message: `two rules are "${rule.id}"` });
    }
    ids.add(rule.id);
    for (const signal of rule.signals) {
      if ((SIGNALS as readonly string[]).includes(signal)) continue;
      const message = `${rule.id}: no signal is called "${signal}"; see data/corpus/RUBRIC.md`;
      problems.push({ line: lineOf(['rules', at, 'signals']), message });
    }
    const match = compile(rule.match, ['rules', at, 'match']);
    const unless = compile(rule.unless, ['rules', at, 'unless']);
    const after = compile(rule.after, ['rules', at, 'after']);
    return match ? [{ ...rule, match, unless, after }] : [];
  });
  const idioms = compile(
    file.idioms.map(({ match }) => match),
    ['idioms'],
  );
  if (problems.length > 0) return { problems };
  const seriousFirst = rules.sort(
    (a, b) => Number(atLeast(b.level, a.level)) - Number(atLeast(a.level, b.level)),
  );
  const { language, version } = file;
  return { set: { language, version, forms: canonicalText(file), idioms, rules: seriousFirst } };
}
