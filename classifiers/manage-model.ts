// The program behind `npm run model`: which model is in use, and how it is replaced.
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compareModels } from './evaluation/compare-models.ts';
import { reasonsAgainst } from './evaluation/papers/comparison-report.ts';
import { showProgress } from './evaluation/show-progress.ts';
import { readModelHistory } from './living/model-history.ts';
import { modelInUse, modelPlaces } from './living/model-in-use.ts';
import { promoteModel } from './living/promote-model.ts';
import { rollbackModel } from './living/rollback-model.ts';
import { verifyModel } from './model/manifest.ts';

const USAGE = `npm run model -- COMMAND, with the environment of the installation

  status             which model is in use, and what was promoted and rolled back
  promote FOLDER     takes a candidate into use if it passes the gates beside the one in use
  rollback           takes the one promoted last out of use again`;

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..', '..');
const say = (line: string) => process.stdout.write(`${line}\n`);
const RESTART = 'Restart the server for it to take effect.';

async function main([command, ...args]: readonly string[]): Promise<number> {
  const { folder, store, warning } = modelInUse(modelPlaces(process.env, root));
  if (warning) process.stderr.write(`model: ${warning}\n`);
  const [candidate] = args;
  if (command === 'status' && args.length === 0) return status(folder, store);
  if (store === null) {
    throw new Error('MODEL_DIR names the model by hand; leave it out to promote and roll back');
  }
  if (command === 'promote' && candidate !== undefined && args.length === 1) {
    return promote(resolve(candidate), folder, store);
  }
  if (command === 'rollback' && args.length === 0) {
    const { out, current } = rollbackModel(store, new Date());
    say(`${out} is out of use; in use is ${current ?? 'the model that ships'}. ${RESTART}`);
    return 0;
  }
  throw new Error(USAGE);
}

async function status(folder: string, store: string | null): Promise<number> {
  const verified = await verifyModel(folder);
  if (verified.kind === 'refused') {
    say(verified.reason);
    return 1;
  }
  const { name, version, created } = verified.manifest;
  say(`In use: ${name}@${version}, made on ${created}`);
  const history = store === null ? null : readModelHistory(store, { evenWhenGone: true });
  if (history?.kind === 'read') {
    for (const { at, what, model } of history.events) say(`${at} ${what} ${model}`);
  }
  return 0;
}

async function promote(candidate: string, current: string, store: string): Promise<number> {
  const reportFolder = join(root, 'artefacts', 'evaluation');
  const promotion = await promoteModel({
    candidate,
    store,
    now: new Date(),
    reasonsAgainst: async () => {
      const gates = await compareModels({
        ...{ root, modelFolder: current, candidateFolder: candidate, reportFolder },
        workerFile: join(here, 'model', 'model-worker.js'),
        onProgress: showProgress,
      });
      say(`Both were read side by side: ${join(reportFolder, 'comparison.md')}`);
      return reasonsAgainst(gates);
    },
  });
  if (promotion.kind === 'promoted') {
    say(`${promotion.model} is in use. ${RESTART}`);
    return 0;
  }
  for (const reason of promotion.reasons) process.stderr.write(`model: ${reason}\n`);
  process.stderr.write('model: not promoted; the model in use stays in use\n');
  return 1;
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: Error) => {
    process.stderr.write(`model: ${error.message}\n`);
    process.exit(2);
  },
);
