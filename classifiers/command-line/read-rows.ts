import { z } from 'zod';
import type { PrecedingTurn } from '../risk-classifier.ts';

const LONGEST_TEXT = 4000;
const BOTS = new Set(['bot', 'assistant', 'system']);

const Turn = z
  .object({
    speaker: z.string().optional(),
    role: z.string().optional(),
    text: z.string().optional(),
    content: z.string().optional(),
  })
  .transform(({ speaker, role, text, content }) => ({
    speaker: speakerOf(speaker ?? role),
    text: text ?? content ?? '',
  }));
const Id = z.union([z.string(), z.number()]);
const Input = z.object({
  text: z
    .string()
    .min(1, 'is empty')
    // UTF-16 units, as everywhere; zod would count an emoji once.
    .refine(({ length }) => length <= LONGEST_TEXT, {
      message: `is over ${LONGEST_TEXT} characters; nothing is cut off silently`,
    }),
  id: Id.nullish(),
  lang: z.string().nullish(),
  conversation: Id.nullish(),
  conversation_id: Id.nullish(),
  speaker: z.string().nullish(),
  role: z.string().nullish(),
  context: z.union([z.string().transform(turnsOf), z.array(Turn)]).nullish(),
});

/** One message to read, or why a line has none. */
export type Row =
  | {
      readonly kind: 'row';
      readonly id: string | number;
      readonly text: string;
      readonly locale: string;
      readonly speaker: PrecedingTurn['speaker'];
      readonly conversation: string | null;
      readonly context: readonly PrecedingTurn[];
    }
  | { readonly kind: 'malformed'; readonly line: number; readonly problem: string };

/**
 * Reads lines one by one, as JSONL or as TSV with a header. Blank lines are passed over.
 *
 * @throws {Error} when a TSV's header has no column `text`.
 */
export async function* readRows(
  lines: AsyncIterable<string>,
  format: 'jsonl' | 'tsv',
): AsyncGenerator<Row> {
  let columns: readonly string[] | null = null;
  let line = 0;
  for await (const raw of lines) {
    line++;
    const content = line === 1 ? raw.replace(/^\ufeff/, '') : raw;
    if (content.trim() === '') continue;
    if (format === 'tsv' && !columns) {
      columns = content.split('\t').map((name) => name.trim().toLowerCase());
      if (!columns.includes('text')) throw new Error('the TSV header has no column "text"');
      continue;
    }
    yield rowOf(columns ? cells(content, columns) : json(content), line);
  }
}

function rowOf(fields: unknown, line: number): Row {
  if (typeof fields === 'string') return { kind: 'malformed', line, problem: fields };
  const parsed = Input.safeParse(fields);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const field = issue?.path.join('.');
    const problem = field ? `"${field}": ${issue?.message}` : 'it is not an object';
    return { kind: 'malformed', line, problem };
  }
  const { text, id, lang, conversation, conversation_id, speaker, role, context } = parsed.data;
  const group = conversation ?? conversation_id;
  return {
    kind: 'row',
    id: id ?? line,
    text,
    locale: lang || 'fr',
    speaker: speakerOf(speaker ?? role),
    conversation: group === null || group === undefined || group === '' ? null : String(group),
    context: context ?? [],
  };
}

/** The fields, or as a string what is wrong with the line. */
function json(content: string): unknown {
  try {
    const value: unknown = JSON.parse(content);
    return typeof value === 'object' && !Array.isArray(value) ? value : 'it is not an object';
  } catch {
    return 'it is not JSON';
  }
}

function cells(content: string, columns: readonly string[]): Record<string, string> | string {
  const values = content.split('\t');
  if (values.length !== columns.length) {
    return `it has ${values.length} columns where the header has ${columns.length}`;
  }
  return Object.fromEntries(columns.map((name, at) => [name, values[at] ?? '']));
}

function speakerOf(name: string | null | undefined): PrecedingTurn['speaker'] {
  return name && BOTS.has(name.toLowerCase()) ? 'bot' : 'person';
}

/** The corpus's way of writing a context: `bot: … ⏎ person: …`. */
function turnsOf(context: string): PrecedingTurn[] {
  return context
    .split('⏎')
    .map((turn) => turn.trim())
    .filter((turn) => turn !== '')
    .map((turn) => ({
      speaker: /^(bot|assistant):/i.test(turn) ? 'bot' : 'person',
      text: turn.replace(/^(bot|assistant|person|user): ?/i, ''),
    }));
}
