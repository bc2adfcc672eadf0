import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readTestRows } from './evaluation/corpus-rows.ts';
import { evaluationJson, evaluationMarkdown, type Judged } from './evaluation/report.ts';
import type { Read } from './evaluation/scores.ts';
import { loadLexicon } from './lexicon/load-lexicon.ts';
import { openClassifier } from './open-classifier.ts';

/**
 * `npm run evaluate [FOLDER]`: reads the frozen test split with the lexicon alone and with
 * lexicon and model together, prints the report and writes it as Markdown and JSON into FOLDER
 * (default `artefacts/evaluation`).
 */
const root = fileURLToPath(new URL('../..', import.meta.url));
const SIDE_BY_SIDE = 16;
/** Nobody waits for an evaluation; the model must never be left out for being late. */
const BUDGET_MS = 60_000;

async function main(folder = join(root, 'artefacts', 'evaluation')): Promise<void> {
  const rows = readTestRows(join(root, 'data', 'corpus'));
  const lexiconFolder = join(root, 'data', 'lexicons');
  const lexicon = loadLexicon(lexiconFolder);
  const alone: Read[] = rows.map((row) => ({
    row,
    level: lexicon.read(row.text, row.context).level,
  }));

  const classifier = openClassifier({
    lexiconFolder,
    modelFolder: join(root, 'data', 'models'),
    workerFile: join(root, 'build', 'classifiers', 'model', 'model-worker.js'),
  });
  await classifier.model.settled();
  const health = classifier.health();
  if (health.state !== 'ready') throw new Error(health.reason);
  const together: Read[] = [];
  let assessor = '';
  for (let at = 0; at < rows.length; at += SIDE_BY_SIDE) {
    const some = rows.slice(at, at + SIDE_BY_SIDE);
    const read = await Promise.all(
      some.map(async (row) => {
        const options = { locale: row.lang, budgetMs: BUDGET_MS, context: row.context };
        const assessment = await classifier.assess(row.text, options);
        if (assessment.completeness !== 'full') throw new Error('a row was not read wholly');
        assessor = assessment.assessor;
        return { row, level: assessment.level };
      }),
    );
    together.push(...read);
    process.stderr.write(`\r${together.length} of ${rows.length} rows`);
  }
  process.stderr.write('\n');
  await classifier.close();

  const judged: Judged[] = [
    { assessor, reads: together },
    { assessor: lexicon.name, reads: alone },
  ];
  const markdown = evaluationMarkdown(judged);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'evaluation.md'), markdown);
  writeFileSync(
    join(folder, 'evaluation.json'),
    `${JSON.stringify(evaluationJson(judged), null, 2)}\n`,
  );
  process.stdout.write(`${markdown}\nWritten to ${folder}\n`);
}

main(process.argv[2]).then(
  () => process.exit(0),
  (error: Error) => {
    process.stderr.write(`evaluate: ${error.message}\n`);
    process.exit(1);
  },
);
