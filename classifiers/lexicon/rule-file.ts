import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import { z } from 'zod';
import { RISK_LEVELS } from '../risk-classifier.ts';

const Patterns = z.array(z.string().min(1));
const Rule = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/, 'lower-case letters, digits and hyphens'),
  level: z.enum(RISK_LEVELS),
  signals: z.array(z.string()).default([]),
  /** Why these words call for this level; for the clinician who reviews the rule. */
  rationale: z.string().min(1),
  match: Patterns.min(1),
  /** Near the match and in its sentence, these mean something else; `@` stands for the match. */
  unless: Patterns.default([]),
  /** Somewhere in the message, or in the bot's last turn, one of these must stand too. */
  beside: Patterns.default([]),
  /** The rule reads an answer: it needs the bot's last turn to match one of these. */
  after: Patterns.default([]),
  fires: z.array(z.string().min(1)).min(1),
  spares: z.array(z.string().min(1)).min(1),
});
export type Rule = z.infer<typeof Rule>;

export const RuleFile = z.strictObject({
  schema: z.literal('lexicon/1'),
  version: z.number().int().positive(),
  language: z.string().regex(/^[a-z]{2}$/),
  apostrophe: z.enum(['divides', 'joins']),
  /** Short and wrong spellings, word by word, with what they stand for. */
  spellings: z.record(z.string(), z.string()),
  guarded: z.array(z.string()),
  /** Words that add strength and no meaning, such as "really": patterns need not name them. */
  fillers: z.array(z.string()).default([]),
  /** Names for parts of patterns, used as `{name}`. */
  words: z.record(z.string(), z.string()),
  /** Set phrases about something else, taken out before any rule reads. */
  idioms: z.array(z.strictObject({ match: z.string(), spares: z.string() })),
  rules: z.array(Rule),
});
export type RuleFile = z.infer<typeof RuleFile>;

export interface Problem {
  readonly line: number;
  readonly message: string;
}

/** Reads one rule file; lists everything that is wrong with its form, with line numbers. */
export function parseRuleFile(
  yaml: string,
): { readonly file: RuleFile; readonly lineOf: LineOf } | { readonly problems: Problem[] } {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines, uniqueKeys: true });
  if (document.errors.length > 0) {
    const problems = document.errors.map(({ message, pos }) => ({
      line: lines.linePos(pos[0]).line,
      message: message.split('\n')[0] ?? message,
    }));
    return { problems };
  }
  const lineOf: LineOf = (path) => {
    let found: Node | null = document.contents;
    for (const key of path) {
      const next = isMap(found) || isSeq(found) ? found.get(key, true) : undefined;
      if (!isMap(next) && !isSeq(next) && !isScalar(next)) break;
      found = next;
    }
    return found?.range ? lines.linePos(found.range[0]).line : 1;
  };
  const parsed = RuleFile.safeParse(document.toJS());
  if (parsed.success) return { file: parsed.data, lineOf };
  const problems = parsed.error.issues.map(({ path, message }) => ({
    line: lineOf(path),
    message: `${path.join('.')}: ${message}`,
  }));
  return { problems };
}

/** The line of the value found under these keys, or of the nearest one above it. */
export type LineOf = (path: readonly PropertyKey[]) => number;
