import { RISK_LEVELS } from '../risk-classifier.ts';
import { type CorpusLine, isTraining } from './corpus-lines.ts';
import { rowHash } from './row-hash.ts';
import type { Rubric } from './rubric.ts';

/** The data card's tables, as Markdown: made from the files, so that no figure in them is old. */
export function corpusCounts(
  lines: readonly CorpusLine[],
  frozen: ReadonlySet<string>,
  rubric: Rubric,
): string {
  const files = [...new Set(lines.map(({ file }) => file))];
  const levelNames = RISK_LEVELS.join(' | ');
  const total = (title: string, own: readonly CorpusLine[]) => `| ${title} | ${fileCells(own)} |`;
  const fileCells = (own: readonly CorpusLine[]) =>
    [
      own.length,
      ...(['fr', 'en'] as const).map((lang) => own.filter(({ cells }) => cells[0] === lang).length),
      ...RISK_LEVELS.map((level) => own.filter(({ cells }) => cells[1] === level).length),
      own.filter(({ cells }) => cells.length === 6).length,
      own.filter((line) => isTraining(line) && frozen.has(rowHash(line.cells))).length,
      median(own.map(wordsOf)),
    ].join(' | ');

  return [
    `| file | rows | fr | en | ${levelNames} | after a context | in the test split | words (median) |`,
    `|---|${'--:|'.repeat(RISK_LEVELS.length + 6)}`,
    ...files.map((file) =>
      total(
        `\`${file}\``,
        lines.filter((line) => line.file === file),
      ),
    ),
    total('**numbered files**', lines.filter(isTraining)),
    total(
      '**strangers’ files**',
      lines.filter((line) => !isTraining(line)),
    ),
    '',
    `| words of the message | rows | ${levelNames} |`,
    `|---|${'--:|'.repeat(RISK_LEVELS.length + 1)}`,
    ...LENGTHS.map(([name, least, most]) => {
      const own = lines.filter((line) => wordsOf(line) >= least && wordsOf(line) <= most);
      return `| ${name} | ${byLevel(own)} |`;
    }),
    '',
    `| kind | rows | ${levelNames} |`,
    `|---|${'--:|'.repeat(RISK_LEVELS.length + 1)}`,
    ...rubric.kinds.map(
      (kind) => `| ${kind} | ${byLevel(lines.filter((line) => line.cells[3] === kind))} |`,
    ),
    '',
    `| signal | rows | ${levelNames} |`,
    `|---|${'--:|'.repeat(RISK_LEVELS.length + 1)}`,
    ...rubric.signals.map((signal) => {
      const own = lines.filter(({ cells }) => cells[2]?.split(',').includes(signal));
      return `| ${signal} | ${byLevel(own)} |`;
    }),
  ].join('\n');
}

const LENGTHS: readonly (readonly [string, number, number])[] = [
  ['1 to 6', 0, 6],
  ['7 to 20', 7, 20],
  ['21 to 60', 21, 60],
  ['over 60', 61, Number.POSITIVE_INFINITY],
];

const wordsOf = ({ cells }: CorpusLine) => (cells.at(-1) ?? '').split(/\s+/).length;

const byLevel = (own: readonly CorpusLine[]) =>
  [
    own.length,
    ...RISK_LEVELS.map((level) => own.filter(({ cells }) => cells[1] === level).length),
  ].join(' | ');

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
