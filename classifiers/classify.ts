// The program behind `npm run -s classify`: reads messages, writes an assessment of each.
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { classifyOptions, USAGE } from './command-line/classify-options.ts';
import { classifyStream } from './command-line/classify-stream.ts';
import { modelInUse, modelPlaces } from './living/model-in-use.ts';
import { openClassifier } from './open-classifier.ts';

// Built as build/classifiers/classify.js, beside the worker; data stands in the repository.
const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..', '..');
const warn = (line: string) => process.stderr.write(`classify: ${line}\n`);

async function main(): Promise<number> {
  const options = classifyOptions(process.argv.slice(2));
  const input = options.file === null ? process.stdin : await openFile(options.file);
  const inUse = modelInUse(modelPlaces(process.env, root));
  if (inUse.warning) warn(inUse.warning);
  const { model, ...classifier } = openClassifier({
    lexiconFolder: join(root, 'data', 'lexicons'),
    identityFolder: join(root, 'data', 'identities'),
    modelFolder: inUse.folder,
    workerFile: join(here, 'model', 'model-worker.js'),
    // Nobody else is served by this process, so it takes what there is, within reason.
    threads: Math.min(4, availableParallelism()),
  });
  try {
    await model.settled();
    const health = classifier.health();
    if (health.state === 'unavailable') {
      warn(`${health.reason}; the lexicon reads alone and every line is degraded`);
    }
    const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
    const malformed = await classifyStream({ classifier, write, warn }, lines, options);
    return malformed > 0 ? 1 : 0;
  } finally {
    await classifier.close();
  }
}

async function openFile(file: string) {
  try {
    const handle = await open(file);
    const isFile = (await handle.stat()).isFile();
    await handle.close();
    if (isFile) return createReadStream(file, 'utf8');
  } catch (error) {
    throw new Error(`${file} can't be read (${(error as NodeJS.ErrnoException).code})`);
  }
  throw new Error(`${file} is not a file`);
}

async function write(line: string): Promise<void> {
  if (!process.stdout.write(line)) await once(process.stdout, 'drain');
}

// Whoever reads us may have read enough (`| head`).
process.stdout.on('error', () => process.exit(0));
main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: Error) => {
    const [line] = error.message.split('\n');
    warn(
      'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
        ? `${line} (${USAGE})`
        : `${line}`,
    );
    process.exitCode = 2;
  },
);
