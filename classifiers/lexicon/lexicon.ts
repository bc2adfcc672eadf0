import { higher, type PrecedingTurn, type RiskLevel } from '../risk-classifier.ts';
import { type CompiledPattern, type CompiledRule, MATCHED, type RuleSet } from './compile-rules.ts';

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
        for (const form of forms(text)) {
          const read = idioms ? form.replace(idioms, TAKEN_OUT) : form;
          for (const at of index.ownersIn(read)) {
            const pattern = patterns[at];
            if (!pattern || fired.has(pattern.rule.id) || !fires(pattern, read, question)) continue;
            fired.add(pattern.rule.id);
            level = higher(level, pattern.rule.level);
            for (const signal of pattern.rule.signals) signals.add(signal);
          }
        }
      }
      return { level, signals: [...signals].sort(), rules: [...fired].sort() };
    },
  };
}

function fires({ rule, match }: CompiledPattern, form: string, question: readonly string[]) {
  const { after, beside } = rule;
  if (after && !question.some((asked) => asked.search(after) >= 0)) return false;
  if (beside && ![form, ...question].some((text) => text.search(beside) >= 0)) return false;
  match.lastIndex = 0;
  for (let hit = match.exec(form); hit; hit = match.exec(form)) {
    if (!meansAnother(rule, form, hit.index, hit.index + hit[0].length)) return true;
  }
  return false;
}

/** How many words beside a match can still say that something else is meant. */
const REACH = 12;

/** Whether the words around a match, within its sentence or sentences, turn its meaning. */
function meansAnother({ unless, unlessBy }: CompiledRule, form: string, from: number, to: number) {
  if (!unless && !unlessBy) return false;
  const before = form.lastIndexOf(' . ', from);
  const after = form.indexOf(' . ', to);
  const first = before < 0 ? 0 : before + 2;
  const last = after < 0 ? form.length - 1 : after;
  let start = from;
  for (let word = 0; word < REACH && start > first; word++)
    start = form.lastIndexOf(' ', start - 1);
  let end = to;
  for (let word = 0; word < REACH && end < last; word++) end = form.indexOf(' ', end + 1);
  const left = form.slice(Math.max(first, start), from);
  const right = form.slice(to, end + 1);
  return (
    (unless !== null && `${left}${form.slice(from, to)}${right}`.search(unless) >= 0) ||
    (unlessBy !== null && `${left} ${MATCHED} ${right.trimStart()}`.search(unlessBy) >= 0)
  );
}
