import { createRiskClassifier } from '../combine.ts';
import type { LanguageOf } from '../language/language-of.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { ModelClassifier } from '../model/model-classifier.ts';
import type { PrecedingTurn } from '../risk-classifier.ts';
import type { CorpusRow } from './corpus-rows.ts';
import type { JudgedRow } from './measures/read.ts';

export interface Readers {
  readonly lexicon: Lexicon;
  readonly model: ModelClassifier;
  readonly languageOf: LanguageOf;
}

/** A message and what stood before it. */
export type Message = Pick<CorpusRow, 'text' | 'lang'> & {
  readonly context: readonly PrecedingTurn[];
};

/** Nobody waits for an evaluation; the model must never be left out for being late. */
const BUDGET_MS = 60_000;
const SIDE_BY_SIDE = 16;

/**
 * Has every row read by the lexicon alone, by the model alone and by both as the platform puts
 * them together; the model reads each once.
 *
 * @param onProgress told how many more rows are done.
 * @throws {Error} when the model can't read one: figures would be about something else.
 */
export async function judgeRows(
  rows: readonly CorpusRow[],
  readers: Readers,
  onProgress: (done: number) => void,
): Promise<readonly JudgedRow[]> {
  const judged: JudgedRow[] = [];
  for (let at = 0; at < rows.length; at += SIDE_BY_SIDE) {
    const some = rows.slice(at, at + SIDE_BY_SIDE);
    judged.push(
      ...(await Promise.all(
        some.map(async (row) => ({ row, ...(await judgeMessage(row, readers)) })),
      )),
    );
    onProgress(some.length);
  }
  return judged;
}

export async function judgeMessage(
  { text, lang, context }: Message,
  { lexicon, model, languageOf }: Readers,
): Promise<Omit<JudgedRow, 'row'>> {
  const options = { budgetMs: BUDGET_MS, context };
  const answer = await model.read(text, options);
  if (answer.kind !== 'read') throw new Error(`the model did not read a row (${answer.why})`);
  const already: ModelClassifier = { ...model, read: async () => answer };
  const reading = lexicon.read(text, context);
  const once: Lexicon = { ...lexicon, read: () => reading };
  const together = createRiskClassifier({ lexicon: once, model: already, languageOf });
  const { assessment } = await together.examine(text, { ...options, locale: lang });
  return {
    parts: { lexicon: reading, model: answer.reading, both: assessment },
    probabilities: answer.reading.probabilities,
  };
}
