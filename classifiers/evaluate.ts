// The program behind `npm run evaluate`: measures the model and writes the papers about it.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { evaluateModel } from './evaluation/evaluate-model.ts';
import { writePapers } from './evaluation/papers/write-papers.ts';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..', '..');
const papers = join(root, 'docs', 'model');

async function main([folder = papers]: readonly string[]): Promise<void> {
  const evaluation = await evaluateModel({
    root,
    modelFolder: process.env.MODEL_DIR ?? join(root, 'data', 'models'),
    workerFile: join(here, 'model', 'model-worker.js'),
    onProgress: showProgress,
  });
  writePapers(evaluation, folder, papers);
  process.stdout.write(`Written to ${folder}\n`);
}

/** A line that counts on a terminal, and nothing in a log. */
function showProgress(done: number, of: number): void {
  if (!process.stderr.isTTY) return;
  process.stderr.write(`\r${done} of ${of} messages read${done === of ? '\n' : ''}`);
}

main(process.argv.slice(2)).then(
  () => process.exit(0),
  (error: Error) => {
    process.stderr.write(`evaluate: ${error.message}\n`);
    process.exit(1);
  },
);
