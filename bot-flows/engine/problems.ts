import { RULE_BOOK, type RuleId } from '../lint/rule-book.ts';

/** One thing an author has to mend: where, by which rule, why it matters, and how. */
export interface Problem {
  readonly file: string;
  readonly line: number;
  /** Id of the rule it breaks. */
  readonly rule: string;
  readonly what: string;
  readonly why: string;
  readonly fix: string;
}

/** Everything that is wrong with the flows at once. */
export class FlowsError extends Error {
  override readonly name = 'FlowsError';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
    super([`${count} in the flows:`, ...problems.map((one) => `  ${problemLine(one)}`)].join('\n'));
    this.problems = problems;
  }
}

/** A problem in one line. */
export const problemLine = ({ file, line, what, rule, why, fix }: Problem): string =>
  `${file}:${line}: [${rule}] ${what}: ${why}. ${fix}.`;

/** A problem by a rule of the rule book, whose reason it takes from there. */
export const problemBy = (
  rule: RuleId,
  { file, line }: { readonly file: string; readonly line: number },
  what: string,
  fix: string,
): Problem => ({ file, line, rule, what, why: RULE_BOOK[rule], fix });
