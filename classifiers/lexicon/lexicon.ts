import { higher, type PrecedingTurn, type RiskLevel } from '../risk-classifier.ts';
import type { RuleSet } from './compile-rules.ts';
import { ruleFires } from './rule-fires.ts';

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

/** Stands where an idiom was taken out; no pattern matches over it. */
const TAKEN_OUT = ' ~';

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
      for (const { forms, idioms, patterns, index } of sets) {
        const question = asked === null ? [] : forms(asked);
        // What a form turned, a less mended form of the same words does not bring back.
        const turned = new Set<string>();
        for (const form of forms(text)) {
          const read = idioms ? form.replace(idioms, TAKEN_OUT) : form;
          const turnedHere = new Set<string>();
          for (const at of index.ownersIn(read)) {
            const pattern = patterns[at];
            if (!pattern || fired.has(pattern.rule.id) || turned.has(pattern.rule.id)) continue;
            const verdict = ruleFires(pattern, read, question);
            if (verdict === 'means-another') turnedHere.add(pattern.rule.id);
            if (verdict !== 'fires') continue;
            fired.add(pattern.rule.id);
            level = higher(level, pattern.rule.level);
            for (const signal of pattern.rule.signals) signals.add(signal);
          }
          for (const id of turnedHere) turned.add(id);
        }
      }
      return { level, signals: [...signals].sort(), rules: [...fired].sort() };
    },
  };
}
