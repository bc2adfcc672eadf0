// The program behind `npm run evaluate`: measures the model in use and writes the papers about it,
// or holds a candidate against it.
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { compareModels } from './evaluation/compare-models.ts';
import { evaluateModel } from './evaluation/evaluate-model.ts';
import { reasonsAgainst } from './evaluation/papers/comparison-report.ts';
import { writePapers } from './evaluation/papers/write-papers.ts';
import { showProgress } from './evaluation/show-progress.ts';
import { modelInUse, modelPlaces } from './living/model-in-use.ts';

const USAGE = `npm run evaluate -- [FOLDER]                    writes the papers (default docs/model)
npm run evaluate -- --candidate DIR [FOLDER]   compares (default artefacts/evaluation)`;

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..', '..');
const papers = join(root, 'docs', 'model');

async function main(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    options: { candidate: { type: 'string' } },
    allowPositionals: true,
  });
  const [given, ...more] = positionals;
  if (more.length > 0) throw new Error(USAGE);
  const { folder: modelFolder, warning } = modelInUse(modelPlaces(process.env, root));
  if (warning) process.stderr.write(`evaluate: ${warning}\n`);
  const workerFile = join(here, 'model', 'model-worker.js');
  const options = { root, modelFolder, workerFile, onProgress: showProgress };
  if (values.candidate === undefined) {
    const folder = given === undefined ? papers : resolve(given);
    writePapers(await evaluateModel(options), folder, papers);
    process.stdout.write(`Written to ${folder}\n`);
    return;
  }
  const reportFolder = resolve(given ?? join(root, 'artefacts', 'evaluation'));
  const candidateFolder = resolve(values.candidate);
  const against = reasonsAgainst(
    await compareModels({ ...options, candidateFolder, reportFolder }),
  );
  const verdict = against.length === 0 ? ['It may be promoted.'] : against;
  process.stdout.write(`${[...verdict, `Written to ${reportFolder}`].join('\n')}\n`);
}

main(process.argv.slice(2)).then(
  () => process.exit(0),
  (error: Error) => {
    process.stderr.write(`evaluate: ${error.message}\n`);
    process.exit(1);
  },
);
