import type { CombinedClassifier } from '../combine.ts';
import type { PrecedingTurn } from '../risk-classifier.ts';
import type { ClassifyOptions } from './classify-options.ts';
import { inOrder } from './in-order.ts';
import { type Row, readRows } from './read-rows.ts';

/** Nobody waits for a file's answers, so the model gets all the time it needs. */
const BUDGET_MS = 120_000;
const AT_ONCE = 48;
/** How much of a conversation a message is read after; the model takes what its manifest says. */
const TURNS_KEPT = 8;

export interface ClassifyStreamDeps {
  readonly classifier: Pick<CombinedClassifier, 'examine'>;
  write(line: string): Promise<void>;
  warn(line: string): void;
}

/**
 * Reads every message of the input and writes one JSON line for each, in the same order. A line
 * that holds no message is warned about by its number and passed over.
 *
 * @returns how many lines were malformed.
 */
export async function classifyStream(
  { classifier, write, warn }: ClassifyStreamDeps,
  lines: AsyncIterable<string>,
  { format, context, scores }: ClassifyOptions,
): Promise<number> {
  let malformed = 0;
  const rows = readRows(lines, format);
  const tasks = context === 'conversation' ? inConversation(rows) : rows;
  const answers = inOrder(tasks, AT_ONCE, async (row) => {
    if (row.kind === 'malformed') return row;
    const { assessment, probabilities } = await classifier.examine(row.text, {
      locale: row.locale,
      budgetMs: BUDGET_MS,
      context: context === 'none' ? [] : row.context,
    });
    const { level, signals, language, completeness, assessor } = assessment;
    const answer = { id: row.id, level, signals, language, completeness, assessor };
    return JSON.stringify(scores ? { ...answer, scores: rounded(probabilities) } : answer);
  });
  for await (const answer of answers) {
    if (typeof answer === 'string') {
      await write(`${answer}\n`);
    } else {
      malformed++;
      warn(`line ${answer.line}: ${answer.problem}; it was passed over`);
    }
  }
  return malformed;
}

/** Gives each person's turn what was said before it; the bot's own turns are only context. */
async function* inConversation(rows: AsyncIterable<Row>): AsyncGenerator<Row> {
  let current: string | null = null;
  let said: PrecedingTurn[] = [];
  for await (const row of rows) {
    if (row.kind === 'malformed' || row.conversation === null) {
      yield row;
      continue;
    }
    if (row.conversation !== current) {
      current = row.conversation;
      said = [];
    }
    const context = [...said, ...row.context].slice(-TURNS_KEPT);
    said = [...said, { speaker: row.speaker, text: row.text }].slice(-TURNS_KEPT);
    if (row.speaker === 'person') yield { ...row, context };
  }
}

const rounded = (probabilities: Readonly<Record<string, number>> | null) =>
  probabilities &&
  Object.fromEntries(
    Object.entries(probabilities).map(([level, p]) => [level, Math.round(p * 1e4) / 1e4]),
  );
