import { higher, type PrecedingTurn, type RiskLevel } from '../risk-classifier.ts';
import type { CompiledRule, RuleSet } from './compile-rules.ts';

/** What the rules see in one message. */
export interface LexiconReading {
  readonly level: RiskLevel;
  /** Sorted, each once. */
  readonly signals: readonly string[];
  /** Ids of the rules that fired: why the level is what it is. */
  readonly rules: readonly string[];
}

/** The reviewed rules of every language: the floor that stands when the model doesn't. */
export interface Lexicon {
  /** Such as `lexicon@3`. Changes with any rule file's version. */
  readonly name: string;
  /** Reads one message, in every language at once, because people mix them. Synchronous. */
  read(text: string, context?: readonly PrecedingTurn[]): LexiconReading;
}

export function createLexicon(sets: readonly RuleSet[]): Lexicon {
  const version = sets.reduce((sum, set) => sum + set.version, 0);
  return {
    name: `lexicon@${version}`,
    read(text, context = []) {
      let level: RiskLevel = 'none';
      const signals = new Set<string>();
      const fired = new Set<string>();
      const last = context.at(-1);
      const asked = last?.speaker === 'bot' ? last.text : null;
      for (const set of sets) {
        const question = asked === null ? [] : set.forms(asked);
        for (const form of set.forms(text)) {
          const read = set.idioms ? form.replace(set.idioms, ' ~') : form;
          for (const rule of set.rules) {
            if (fired.has(rule.id) || !fires(rule, read, question)) continue;
            fired.add(rule.id);
            level = higher(level, rule.level);
            for (const signal of rule.signals) signals.add(signal);
          }
        }
      }
      return { level, signals: [...signals].sort(), rules: [...fired] };
    },
  };
}

function fires(rule: CompiledRule, form: string, question: readonly string[]): boolean {
  const { match, unless, after } = rule;
  if (after && !question.some((asked) => asked.search(after) >= 0)) return false;
  match.lastIndex = 0;
  for (let hit = match.exec(form); hit; hit = match.exec(form)) {
    if (!unless) return true;
    const from = form.lastIndexOf(' . ', hit.index + 1) + 2;
    const end = form.indexOf(' . ', hit.index + hit[0].length - 1);
    const sentence = form.slice(from < 2 ? 0 : from, end < 0 ? form.length : end + 1);
    if (sentence.search(unless) < 0) return true;
  }
  return false;
}
