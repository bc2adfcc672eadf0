import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generatedPart } from '../paper/generated-part.ts';
import { checkLine } from './check-line.ts';
import { checkTogether, type Problem } from './check-together.ts';
import { corpusCounts } from './corpus-counts.ts';
import { type CorpusLine, corpusLines, isTraining } from './corpus-lines.ts';
import { checkFrozenSplit, readFrozenSplit } from './frozen-split.ts';
import { type Rubric, readRubric } from './rubric.ts';

/** The data card, and the name of the part of it that is made from the files. */
export const DATA_CARD = 'README.md';
export const COUNTS = 'counts';

/** Everything wrong with the corpus: rows, rows beside each other, the frozen split, the card. */
export function checkCorpus(corpusFolder: string): readonly Problem[] {
  const rubric = readRubric(corpusFolder);
  const lines = corpusLines(corpusFolder);
  return [
    ...checkLines(lines, rubric),
    ...checkFrozenSplit(corpusFolder, lines),
    ...checkCard(corpusFolder, lines, rubric),
  ];
}

/** What can be told of lines alone, such as those of a file that is still being written. */
export function checkLines(lines: readonly CorpusLine[], rubric: Rubric): readonly Problem[] {
  const alone = lines.flatMap((line) =>
    checkLine(line, rubric).map((what) => ({ file: line.file, line: line.number, what })),
  );
  return [...alone, ...checkTogether(lines)];
}

function checkCard(
  corpusFolder: string,
  lines: readonly CorpusLine[],
  rubric: Rubric,
): readonly Problem[] {
  const card = readFileSync(join(corpusFolder, DATA_CARD), 'utf8');
  const now = corpusCounts(lines, readFrozenSplit(corpusFolder), rubric);
  const problem = (what: string) => ({ file: DATA_CARD, what });
  const written = card.replace(generatedPart(card, COUNTS), '');
  const untold = [...new Set(lines.map(({ file }) => file))]
    .filter((file) => !written.includes(`\`${isTraining({ file }) ? file.slice(0, 3) : file}`))
    .map((file) => problem(`doesn't say what ${file} is and who wrote it`));
  return generatedPart(card, COUNTS) === now
    ? untold
    : [...untold, problem('its counts are not those of the files; run: npm run corpus -- card')];
}
