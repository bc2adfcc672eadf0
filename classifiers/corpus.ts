// The program behind `npm run corpus`: checks the corpus, and keeps its data card's counts true.
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { COUNTS, checkCorpus, checkLines, DATA_CARD } from './corpus/check-corpus.ts';
import type { Problem } from './corpus/check-together.ts';
import { corpusCounts } from './corpus/corpus-counts.ts';
import { corpusLines, linesOf } from './corpus/corpus-lines.ts';
import { readFrozenSplit } from './corpus/frozen-split.ts';
import { readRubric } from './corpus/rubric.ts';
import { withGeneratedPart } from './paper/generated-part.ts';

const USAGE = `npm run corpus -- COMMAND

  check              checks every file of data/corpus, the frozen split and the data card
  check FILE…        checks files that are still being written, by themselves
  card               writes the counts into the data card anew`;

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const folder = join(root, 'data', 'corpus');

function main([command, ...files]: readonly string[]): number {
  if (command === 'card' && files.length === 0) {
    const path = join(folder, DATA_CARD);
    const counts = corpusCounts(corpusLines(folder), readFrozenSplit(folder), readRubric(folder));
    writeFileSync(path, withGeneratedPart(readFileSync(path, 'utf8'), COUNTS, counts));
    return 0;
  }
  if (command !== 'check') {
    process.stderr.write(`${USAGE}\n`);
    return 2;
  }
  const problems =
    files.length === 0
      ? checkCorpus(folder)
      : checkLines(
          files.flatMap((file) => linesOf(basename(file), readFileSync(file, 'utf8'))),
          readRubric(folder),
        );
  for (const problem of problems) process.stdout.write(`${inWords(problem)}\n`);
  process.stdout.write(problems.length === 0 ? 'Nothing wrong.\n' : `${problems.length} wrong.\n`);
  return problems.length === 0 ? 0 : 1;
}

const inWords = ({ file, line, what }: Problem) =>
  `${file}${line === undefined ? '' : `:${line}`} ${what}`;

try {
  process.exitCode = main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`corpus: ${(error as Error).message}\n`);
  process.exitCode = 2;
}
