import { parseArgs } from 'node:util';

export interface ClassifyOptions {
  /** Null: standard input. */
  readonly file: string | null;
  readonly format: 'jsonl' | 'tsv';
  readonly context: 'none' | 'conversation';
  readonly scores: boolean;
}

export const USAGE =
  'usage: npm run -s classify -- [--in FILE] [--format jsonl|tsv] [--context none|conversation] [--scores]';

/** @throws {Error} with one line that names the argument and what it may be. */
export function classifyOptions(args: readonly string[]): ClassifyOptions {
  const { values } = parseArgs({
    args: [...args],
    strict: true,
    allowPositionals: false,
    options: {
      in: { type: 'string' },
      format: { type: 'string' },
      context: { type: 'string', default: 'none' },
      scores: { type: 'boolean', default: false },
    },
  });
  const file = values.in && values.in !== '-' ? values.in : null;
  // A file's name says what is in it, unless one says otherwise.
  const format = values.format ?? (file?.endsWith('.tsv') ? 'tsv' : 'jsonl');
  if (format !== 'jsonl' && format !== 'tsv') {
    throw new Error(`--format is "${format}"; it must be jsonl or tsv`);
  }
  const { context, scores } = values;
  if (context !== 'none' && context !== 'conversation') {
    throw new Error(`--context is "${context}"; it must be none or conversation`);
  }
  return { file, format, context, scores };
}
