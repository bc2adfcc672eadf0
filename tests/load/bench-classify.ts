import { spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Encoder, loadEncoder } from '../../classifiers/model/encoder.ts';
import { verifyModel } from '../../classifiers/model/manifest.ts';
import { openClassifier } from '../../classifiers/open-classifier.ts';
import { cpuSeconds, WATTS_PER_BUSY_CORE, wattHours } from '../../server/adapters/energy.ts';

/** This file runs as build/tests/load/bench.js. */
const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
const modelFolder = join(root, 'data', 'models');
const workerFile = join(root, 'build', 'classifiers', 'model', 'model-worker.js');
const PLENTY_MS = 120_000;
const SINGLE = 200;
const IN_BATCHES = 1500;
const AT_ONCE = 48;

/** Of about twenty tokens, each another one. */
const message = (at: number) =>
  `Bonsoir, je ne dors plus depuis ${at % 97} jours et je ne sais plus quoi faire de moi ${at}`;

const say = (line: string) => process.stdout.write(`${line}\n`);
const ms = (value: number) => `${value.toFixed(1)} ms`;
const sorted = (times: number[]) => times.toSorted((a, b) => a - b);
const quantile = (times: number[], part: number) =>
  sorted(times)[Math.floor((times.length - 1) * part)] ?? Number.NaN;

/** Prints what reading costs here and now, one figure a line. */
export async function benchClassify(): Promise<void> {
  say(`${availableParallelism()} cores, Node ${process.versions.node}`);
  const alone = await measure(1);
  say(`load                  ${(alone.loadMs / 1000).toFixed(2)} s`);
  const times: number[] = [];
  for (let at = 0; at < SINGLE; at++) {
    const started = performance.now();
    await alone.classifier.assess(message(at), { locale: 'fr', budgetMs: PLENTY_MS });
    times.push(performance.now() - started);
  }
  say(`one message, 1 core   p50 ${ms(quantile(times, 0.5))}, p99 ${ms(quantile(times, 0.99))}`);
  await alone.classifier.close();

  const { classifier } = await measure(2);
  const before = cpuSeconds();
  const started = performance.now();
  await inBatches((at) => classifier.assess(message(at), { locale: 'fr', budgetMs: PLENTY_MS }));
  const seconds = (performance.now() - started) / 1000;
  const spent = ((cpuSeconds() - before) / IN_BATCHES) * 1000;
  say(`in batches, 2 cores   ${(IN_BATCHES / seconds).toFixed(0)} messages/s`);
  say(`memory                ${(process.memoryUsage().rss / 2 ** 20).toFixed(0)} MiB resident`);
  say(
    `per 1,000 messages    ${spent.toFixed(1)} CPU-seconds, about ${wattHours(spent).toFixed(3)} Wh (CPU-seconds × ${WATTS_PER_BUSY_CORE} W a busy core ÷ 3,600)`,
  );
  await classifier.close();
  await besidePython();
}

async function measure(threads: number) {
  const started = performance.now();
  const classifier = openClassifier({
    lexiconFolder: join(root, 'data', 'lexicons'),
    identityFolder: join(root, 'data', 'identities'),
    modelFolder,
    workerFile,
    threads,
  });
  await classifier.model.settled();
  const health = classifier.health();
  if (health.state !== 'ready') throw new Error(health.reason);
  return { classifier, loadMs: performance.now() - started };
}

async function inBatches(read: (at: number) => Promise<unknown>): Promise<void> {
  let next = 0;
  const worker = async () => {
    for (let at = next++; at < IN_BATCHES; at = next++) await read(at);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

/** The same rows through the same file, by our runtime and Python's, by turns, on one core. */
async function besidePython(): Promise<void> {
  const verified = await verifyModel(modelFolder);
  if (verified.kind === 'refused') throw new Error(verified.reason);
  const encoder = await loadEncoder(modelFolder, verified.manifest, 1);
  const rows = Array.from({ length: 100 }, (_, at) => rowOf(encoder, message(at)));
  const python = process.env.PYTHON || 'python3';
  const input = JSON.stringify({ rows, model: join(modelFolder, 'onnx', 'model_quantized.onnx') });
  const ours = [await medianOf(encoder, rows)];
  const run = spawnSync(python, ['-c', PYTHON], { input, encoding: 'utf8' });
  ours.push(await medianOf(encoder, rows));
  const own = Math.min(...ours);
  const theirs = Number(run.stdout);
  if (run.status !== 0 || !Number.isFinite(theirs) || theirs <= 0) {
    say(`network alone         p50 ${ms(own)}; ${python} has no onnxruntime to compare with`);
    return;
  }
  say(
    `network alone         p50 ${ms(own)}; under Python ${ms(theirs)}; ratio ${(own / theirs).toFixed(2)}`,
  );
}

const rowOf = ({ startIds, endIds, tokenize }: Encoder, text: string) => [
  ...startIds,
  ...tokenize(text),
  ...endIds,
];

async function medianOf(encoder: Encoder, rows: readonly (readonly number[])[]): Promise<number> {
  const times: number[] = [];
  for (const row of rows) {
    const started = performance.now();
    await encoder.run([row]);
    times.push(performance.now() - started);
  }
  return quantile(times, 0.5);
}

const PYTHON = `
import json, sys, time
import numpy as np, onnxruntime as ort
given = json.load(sys.stdin)
options = ort.SessionOptions()
options.intra_op_num_threads = 1
options.inter_op_num_threads = 1
session = ort.InferenceSession(given["model"], options, providers=["CPUExecutionProvider"])
def run(row):
    ids = np.array([row], dtype=np.int64)
    started = time.perf_counter()
    session.run(None, {"input_ids": ids, "attention_mask": np.ones_like(ids)})
    return (time.perf_counter() - started) * 1000
def median():
    times = sorted(run(row) for row in given["rows"])
    return times[(len(times) - 1) // 2]
run(given["rows"][0])
print(min(median(), median()))
`;
