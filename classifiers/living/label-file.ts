import { z } from 'zod';
import { type PrecedingTurn, RISK_LEVELS } from '../risk-classifier.ts';
import { LABEL_SOURCES, type Label } from './label.ts';

/** The first line of every label file; it changes with the format. */
export const LABEL_COLUMNS = [
  'keep',
  'level',
  'signals',
  'read',
  'lang',
  'text',
  'context',
  'reason',
  'month',
  'source',
  'assessor',
  'conversation',
  'id',
] as const;

const TURNS = ' ⏎ ';
/** What stands in a cell of signals when somebody said that there are none. */
const NONE = '-';
const YES = new Set(['yes', 'oui', 'y', 'o', 'x', '1', 'true']);
const NO = new Set(['no', 'non', 'n', '0', 'false']);

/** Label files are tab-separated, with a header; one label a line. */
export function labelFile(labels: readonly Label[]): string {
  const lines = labels.map((label) =>
    [
      label.keep === null ? '' : label.keep ? 'yes' : 'no',
      label.level,
      label.signals === null ? '' : label.signals.join(',') || NONE,
      label.read,
      label.lang,
      label.text,
      label.context.map((turn) => `${turn.speaker}: ${turn.text}`).join(TURNS),
      label.reason,
      label.month,
      label.source,
      label.assessor,
      label.conversation,
      label.id,
    ]
      .map(cell)
      .join('\t'),
  );
  return `${[LABEL_COLUMNS.join('\t'), ...lines].join('\n')}\n`;
}

/** On one line; and no spreadsheet takes it for a formula. */
function cell(text: string): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  return /^[=+@'-]./.test(flat) ? `'${flat}` : flat;
}

const uncell = (text: string) => (text.startsWith("'") ? text.slice(1) : text).trim();

const Row = z.object({
  keep: z
    .string()
    .toLowerCase()
    .refine((text) => text === '' || YES.has(text) || NO.has(text), {
      message: 'must be yes, no, or empty while nobody has gone through it',
    })
    .transform((text) => (text === '' ? null : YES.has(text))),
  level: z.enum(RISK_LEVELS, { message: `must be one of ${RISK_LEVELS.join(', ')}` }),
  signals: z
    .string()
    .transform((text) => (text === '' ? null : text === NONE ? [] : text.split(/, ?/))),
  read: z.enum(RISK_LEVELS),
  lang: z.string().min(2),
  text: z.string().min(1, 'is empty'),
  context: z.string().transform((text) => (text === '' ? [] : text.split(TURNS).map(toTurn))),
  reason: z.string(),
  month: z.string(),
  source: z.enum(LABEL_SOURCES),
  assessor: z.string(),
  conversation: z.string().min(1),
  id: z.string().min(1),
});

function toTurn(turn: string): PrecedingTurn {
  return turn.startsWith('person: ')
    ? { speaker: 'person', text: turn.slice(8) }
    : { speaker: 'bot', text: turn.replace(/^bot: /, '') };
}

/** @throws {Error} that names the line and the column that is not as it should be. */
export function readLabelFile(name: string, content: string): readonly Label[] {
  const [header = '', ...lines] = content.replace(/^\uFEFF/, '').split(/\r?\n/);
  if (header !== LABEL_COLUMNS.join('\t')) {
    throw new Error(`${name} is no label file: its first line must be ${LABEL_COLUMNS.join(' ')}`);
  }
  return lines.flatMap((line, at) => {
    if (line.trim() === '') return [];
    const cells = line.split('\t').map(uncell);
    const row = Row.safeParse(
      Object.fromEntries(LABEL_COLUMNS.map((column, place) => [column, cells[place] ?? ''])),
    );
    if (row.success) return [row.data];
    const [issue] = row.error.issues;
    throw new Error(`${name}:${at + 2} ${String(issue?.path[0])} ${issue?.message}`);
  });
}
