import { readFileSync } from 'node:fs';
import { isMap, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { type Problem, problemBy } from './problems.ts';

type Path = readonly PropertyKey[];

/** A YAML file that knows on which line each of its parts stands. */
export interface Source<T> {
  readonly file: string;
  readonly data: T;
  /** The line of the deepest part of `path` that exists. */
  lineOf(path: Path): number;
}

/** Reads and checks one file; `null` and its problems when it can't be used. */
export function readYaml<T>(
  path: string,
  file: string,
  schema: z.ZodType<T>,
  problems: Problem[],
): Source<T> | null {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    problems.push(problemBy('file-missing', { file, line: 1 }, 'the file is missing', 'Write it'));
    return null;
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, schema: 'core', uniqueKeys: true });
  // What comes after the first error is mostly its echo.
  for (const { message, pos } of document.errors.slice(0, 1)) {
    const what = `malformed YAML: ${message.split('\n')[0]?.replace(/ at line.*$/, '')}`;
    const fix = 'Check the indentation, and put quotes round texts with a colon';
    const { line } = lines.linePos(pos[0]);
    problems.push(problemBy('malformed-yaml', { file, line }, what, fix));
  }
  if (document.errors.length > 0) return null;

  const lineOf = (at: Path): number => {
    for (let length = at.length; length > 0; length--) {
      const parent = document.getIn(at.slice(0, length - 1), true);
      const name = at[length - 1];
      const key = isMap(parent)
        ? parent.items.find((item) => String(item.key) === String(name))?.key
        : undefined;
      const node = key ?? document.getIn(at.slice(0, length), true);
      const start = (node as { range?: readonly number[] } | undefined)?.range?.[0];
      if (start !== undefined) return lines.linePos(start).line;
    }
    return 1;
  };
  const parsed = schema.safeParse(document.toJS());
  if (parsed.success) return { file, data: parsed.data, lineOf };
  for (const issue of parsed.error.issues) {
    const at = pathOf(issue);
    const where = at.length > 0 ? `"${at.join('.')}"` : 'the file';
    const what = `${where} isn’t as it should be: ${messageOf(issue)}`;
    problems.push(
      problemBy('wrong-form', { file, line: lineOf(at) }, what, 'Correct or remove it'),
    );
  }
  return null;
}

/** Where it is; a key that nothing knows is named itself, so that its line is found. */
const pathOf = (issue: z.core.$ZodIssue): PropertyKey[] =>
  issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : [...issue.path];

const messageOf = (issue: z.core.$ZodIssue): string =>
  issue.code === 'unrecognized_keys' ? 'nothing knows it' : issue.message;
