// The program behind `npm run train:heads`: makes a candidate from responders' labels.
import { readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readDevelopmentRows } from './evaluation/corpus-rows.ts';
import { acceptedLabels } from './living/accepted-labels.ts';
import { readLabelFile } from './living/label-file.ts';
import { modelInUse, modelPlaces } from './living/model-in-use.ts';
import { retrain } from './living/retrain.ts';
import { writeCandidate } from './living/write-candidate.ts';
import { loadEncoder } from './model/encoder.ts';
import { verifyModel } from './model/manifest.ts';

const USAGE = `npm run train:heads -- --labels FILE [--labels FILE…] --to FOLDER [--seed 1] [--known 3000]

  Retrains the two heads of the model in use on labels that \`npm run admin -- export-labels\`
  wrote and somebody went through (column "keep"), and writes a candidate into FOLDER.`;

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const say = (line: string) => process.stdout.write(`${line}\n`);

async function main(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      labels: { type: 'string', multiple: true },
      to: { type: 'string' },
      seed: { type: 'string', default: '1' },
      known: { type: 'string', default: '3000' },
    },
  });
  const { labels: names = [], to } = values;
  const numbers = [values.seed, values.known].every((text) => /^\d{1,9}$/.test(text));
  if (names.length === 0 || to === undefined || !numbers) throw new Error(USAGE);
  const files = names.map((name) => readLabelFile(basename(name), readFileSync(name, 'utf8')));
  const { labels, waiting } = acceptedLabels(files);
  if (waiting > 0) say(`${waiting} labels wait for somebody to go through them (column "keep").`);
  if (labels.length === 0) throw new Error('no label is kept: there is nothing to learn from');

  const { folder } = modelInUse(modelPlaces(process.env, root));
  const verified = await verifyModel(folder);
  if (verified.kind === 'refused') throw new Error(verified.reason);
  const { manifest } = verified;
  const encoder = await loadEncoder(folder, manifest, 1);
  const seed = Number(values.seed);
  const { heads, learnt, apart } = await retrain(
    encoder,
    manifest,
    labels,
    readDevelopmentRows(join(root, 'data', 'corpus')),
    { seed, knownRows: Number(values.known), onProgress: showProgress },
  );
  const candidate = writeCandidate({
    ...{ from: folder, manifest, heads, seed, to: resolve(to) },
    labels: learnt,
    now: new Date(),
  });
  say(`${candidate.name}@${candidate.version}: learnt from ${learnt} labels, written to ${to}`);
  if (apart.labels > 0) {
    say(
      `Of ${apart.labels} labels kept apart, ${apart.before} were read as labelled before, ${apart.after} now.`,
    );
  }
  say(`Next: npm run evaluate -- --candidate ${to}, then let it run in shadow (MODEL_SHADOW_DIR).`);
}

function showProgress(share: number): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${Math.round(share * 100)} % read `);
}

main(process.argv.slice(2)).then(
  () => process.exit(0),
  (error: Error) => {
    process.stderr.write(`train:heads: ${error.message}\n`);
    process.exit(1);
  },
);
