import { readFileSync } from 'node:fs';
import { isMap, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Problem } from './problems.ts';

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
    problems.push({ file, line: 1, what: 'the file is missing', fix: 'Write it' });
    return null;
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, schema: 'core', uniqueKeys: true });
  for (const { message, pos } of document.errors) {
    const what = `malformed YAML: ${message.split('\n')[0]?.replace(/ at line.*$/, '')}`;
    const fix = 'Check the indentation, and put quotes round texts with a colon';
    problems.push({ file, line: lines.linePos(pos[0]).line, what, fix });
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
    const where = issue.path.length > 0 ? `"${issue.path.join('.')}"` : 'the file';
    problems.push({
      file,
      line: lineOf(issue.path),
      what: `${where} isn’t as it should be: ${issue.message}`,
      fix: 'Correct or remove it',
    });
  }
  return null;
}
