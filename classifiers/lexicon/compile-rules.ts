import type { PrecedingTurn, RiskLevel } from '../risk-classifier.ts';
import { canonicalText } from './canonical-text.ts';
import { anyOf, compilePattern } from './compile-pattern.ts';
import { foldCharacters } from './fold-characters.ts';
import { requiredText } from './required-text.ts';
import type { LineOf, Problem, Rule, RuleFile } from './rule-file.ts';
import { SIGNALS } from './signals.ts';
import { type TextIndex, textIndex } from './text-index.ts';

/** Stands in an `unless` for what the rule matched: `he says @`. No message can hold it. */
export const MATCHED = '@';

export interface CompiledRule {
  readonly id: string;
  readonly level: RiskLevel;
  readonly signals: readonly string[];
  /** Anywhere near the match. */
  readonly unless: RegExp | null;
  /** Right beside it: these hold `@` where the match stands. */
  readonly unlessBy: RegExp | null;
  readonly after: RegExp | null;
  readonly beside: RegExp | null;
}

/** One of a rule's patterns. */
export interface CompiledPattern {
  readonly rule: CompiledRule;
  readonly match: RegExp;
}

/** One language's rules, ready to read with. */
export interface RuleSet {
  readonly language: string;
  readonly version: number;
  readonly forms: (text: string) => readonly string[];
  readonly idioms: RegExp | null;
  readonly patterns: readonly CompiledPattern[];
  /** Which patterns, by their place in `patterns`, could match a form. */
  readonly index: TextIndex;
}

/** An example of a rule file, with what stands before its last ` ⏎ ` as the turns before it. */
export function exampleTurns(example: string): { text: string; context: PrecedingTurn[] } {
  const turns = example.split(' ⏎ ');
  const text = turns.pop() ?? '';
  const context = turns.map(
    (turn): PrecedingTurn =>
      turn.startsWith('bot: ')
        ? { speaker: 'bot', text: turn.slice(5) }
        : { speaker: 'person', text: turn.replace(/^person: /, '') },
  );
  return { text, context };
}

/** Compiles a file's rules, or lists everything in it that can't be. */
export function compileRules(
  file: RuleFile,
  lineOf: LineOf,
): { readonly set: RuleSet } | { readonly problems: Problem[] } {
  const problems = [...spellingProblems(file, lineOf), ...ruleProblems(file, lineOf)];
  const sourcesOf = (patterns: readonly string[], path: readonly PropertyKey[]): string[] =>
    patterns.flatMap((pattern, at) => {
      try {
        return [compilePattern(pattern, file.words)];
      } catch (error) {
        problems.push({ line: lineOf([...path, at]), message: (error as Error).message });
        return [];
      }
    });
  const compile = (patterns: readonly string[], path: readonly PropertyKey[]): RegExp | null => {
    const sources = sourcesOf(patterns, path);
    return sources.length > 0 ? anyOf(sources) : null;
  };
  const unlessOf = (patterns: readonly string[], path: readonly PropertyKey[]) => {
    const sources = sourcesOf(patterns, path);
    const by = sources.filter((source) => source.includes(MATCHED));
    const near = sources.filter((source) => !source.includes(MATCHED));
    return {
      unless: near.length > 0 ? anyOf(near) : null,
      unlessBy: by.length > 0 ? anyOf(by) : null,
    };
  };

  const sources: string[] = [];
  const required: (ReadonlySet<string> | null)[] = [];
  const patterns = file.rules.flatMap((rule, at): CompiledPattern[] => {
    const compiled: CompiledRule = {
      id: rule.id,
      level: rule.level,
      signals: rule.signals,
      ...unlessOf(rule.unless, ['rules', at, 'unless']),
      after: compile(rule.after, ['rules', at, 'after']),
      beside: compile(rule.beside, ['rules', at, 'beside']),
    };
    return sourcesOf(rule.match, ['rules', at, 'match']).map((source) => {
      sources.push(source);
      required.push(requiredText(source));
      return { rule: compiled, match: anyOf([source]) };
    });
  });
  const idioms = compile(
    file.idioms.map(({ match }) => match),
    ['idioms'],
  );
  if (problems.length > 0) return { problems };
  const { language, version } = file;
  const forms = canonicalText(file, vocabularyOf(sources));
  return { set: { language, version, forms, idioms, patterns, index: textIndex(required) } };
}

/** The whole words that occur in patterns. */
function vocabularyOf(sources: readonly string[]): ReadonlySet<string> {
  const words = sources.flatMap((source) => source.match(/(?<![a-z\\])[a-z]+(?![a-z?\\{])/g) ?? []);
  return new Set(words.filter((word) => word.length > 1 || 'iau'.includes(word)));
}

function ruleProblems(file: RuleFile, lineOf: LineOf): Problem[] {
  const ids = new Set<string>();
  return file.rules.flatMap((rule: Rule, at) => {
    const again = ids.has(rule.id);
    ids.add(rule.id);
    const unknown = rule.signals.filter((name) => !(SIGNALS as readonly string[]).includes(name));
    return [
      ...(again
        ? [{ line: lineOf(['rules', at, 'id']), message: `two rules are called "${rule.id}"` }]
        : []),
      ...unknown.map((name) => ({
        line: lineOf(['rules', at, 'signals']),
        message: `${rule.id}: no signal is called "${name}"; see data/corpus/RUBRIC.md`,
      })),
    ];
  });
}

/**
 * A short spelling of a short spelling would make reading twice differ from reading once, and one
 * of a guarded word would hide that word.
 */
function spellingProblems({ spellings, guarded }: RuleFile, lineOf: LineOf): Problem[] {
  return Object.entries(spellings).flatMap(([short, full]) => {
    const again = full.split(' ').find((word) => Object.hasOwn(spellings, word));
    const line = lineOf(['spellings', short]);
    const problem = (what: string) => ({ line, message: `spellings.${short}: ${what}` });
    return [
      ...(again ? [problem(`"${again}" is itself a short spelling`)] : []),
      ...(guarded.includes(foldCharacters(short)) ? [problem('is itself a guarded word')] : []),
    ];
  });
}
