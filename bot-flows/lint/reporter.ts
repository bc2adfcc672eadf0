import { type Problem, problemBy } from '../engine/problems.ts';
import type { Source } from '../engine/read-yaml.ts';
import type { RuleId } from './rule-book.ts';

export type Report = (
  rule: RuleId,
  path: readonly PropertyKey[],
  what: string,
  fix: string,
) => void;

/** Notes what is wrong in one file, at the line of the part it is about. */
export function reporter(
  { file, lineOf }: Pick<Source<unknown>, 'file' | 'lineOf'>,
  problems: Problem[],
): Report {
  return (rule, path, what, fix) => {
    problems.push(problemBy(rule, { file, line: lineOf(path) }, what, fix));
  };
}
