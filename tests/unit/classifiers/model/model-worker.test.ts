import { copyFileSync, cpSync, mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import {
  createModelClassifier,
  type ModelClassifier,
} from '../../../../classifiers/model/model-classifier.ts';
import { modelProcesses } from '../../../../classifiers/model/model-process.ts';
import { aManifest } from '../../../support/classifier-fakes.ts';
import {
  buildWorker,
  HAS_MODEL,
  MODEL_FOLDER,
  workshop,
  writeWorker,
} from '../../../support/classifier-worker.ts';

const shop = workshop();
let realWorker = '';
let model: ModelClassifier;
const open = (workerFile: string, modelFolder: string, restartMs = 50) => {
  const start = modelProcesses(workerFile, { modelFolder, threads: 1 });
  model = createModelClassifier({ start, restartMs });
  return model;
};

beforeAll(async () => {
  realWorker = await buildWorker(shop.folder);
}, 60_000);
afterEach(() => model.close());
afterAll(() => shop.remove());

describe('a worker thread that fails', () => {
  const READY = `parentPort.postMessage({ kind: 'ready', manifest: ${JSON.stringify(aManifest())} });`;

  test('that ends in the middle of a batch leaves nobody waiting and is started again', async () => {
    const dying = writeWorker(
      shop.folder,
      'dying',
      `${READY} parentPort.on('message', () => process.exit(3));`,
    );
    open(dying, shop.folder);
    await model.settled();
    const asked = Array.from({ length: 20 }, (_, at) => model.read(`m${at}`, { budgetMs: 10_000 }));
    for (const answer of await Promise.all(asked)) {
      expect(answer).toEqual({ kind: 'missing', why: 'unavailable' });
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
    await model.settled();
    expect(model.health().state).toBe('ready');
  }, 20_000);

  test('that never answers is late at the deadline', async () => {
    const silent = writeWorker(
      shop.folder,
      'silent',
      `${READY} parentPort.on('message', () => {});`,
    );
    open(silent, shop.folder);
    await model.settled();
    expect(await model.read('hello', { budgetMs: 60 })).toEqual({ kind: 'missing', why: 'late' });
  });

  test('that can’t even start is unavailable, in one line', async () => {
    open(join(shop.folder, 'nowhere.mjs'), shop.folder);
    await model.settled();
    const health = model.health();
    expect(health.state).toBe('unavailable');
    expect(health.state === 'ready' ? '' : health.reason).not.toContain('\n');
  });

  test('that finds no model says which file it missed', async () => {
    open(realWorker, join(shop.folder, 'no-model-here'));
    await model.settled();
    expect(model.health()).toMatchObject({ state: 'unavailable', reason: /manifest\.json/ });
  });
});

// Says visibly that it was skipped where no model is installed.
const describeWithModel = HAS_MODEL ? describe : describe.skip;
describeWithModel('the installed model', () => {
  const budgetMs = 60_000;

  test('reads a message, long ones to the end, and a question’s answer in its context', async () => {
    open(realWorker, MODEL_FOLDER);
    await model.settled();
    expect(model.health()).toEqual({ state: 'ready' });
    const [plain, buried, yes, emoji] = await Promise.all([
      model.read('Je vais me tuer ce soir', { budgetMs }),
      model.read(
        `${'Nous avons mangé une soupe et parlé du jardin. '.repeat(60)} Je vais me tuer ce soir.`,
        { budgetMs },
      ),
      model.read('oui', {
        budgetMs,
        context: [{ speaker: 'bot', text: 'Est-ce que tu penses au suicide ?' }],
      }),
      model.read('😭'.repeat(2000), { budgetMs }),
    ]);
    expect(plain).toMatchObject({ kind: 'read', reading: { level: 'imminent' } });
    expect(buried).toMatchObject({ kind: 'read' });
    expect(buried.kind === 'read' && buried.reading.level).not.toBe('none');
    expect(yes.kind === 'read' && yes.reading.level).not.toBe('none');
    expect(emoji.kind).toBe('read');
  }, 60_000);

  test('is put in service again after it was ended in the middle of a batch', async () => {
    const starts: { stop(): Promise<void> }[] = [];
    const start = modelProcesses(realWorker, { modelFolder: MODEL_FOLDER, threads: 1 });
    model = createModelClassifier({
      restartMs: 20,
      start: (events) => {
        const end = { now: () => {} };
        const own = start(events);
        end.now = () => events.onEnd('ended by the test');
        starts.push({
          stop: async () => {
            await own.stop();
            end.now();
          },
        });
        return own;
      },
    });
    await model.settled();
    const asked = Array.from({ length: 30 }, (_, at) => model.read(`message ${at}`, { budgetMs }));
    await new Promise((resolve) => setImmediate(resolve));
    await starts[0]?.stop();
    const answers = await Promise.all(asked);
    // The batch under way is finished, what waits behind it is not kept waiting.
    expect(answers.filter(({ kind }) => kind === 'missing').length).toBeGreaterThan(0);
    await new Promise((resolve) => setTimeout(resolve, 100));
    await model.settled();
    expect(await model.read('hello', { budgetMs })).toMatchObject({ kind: 'read' });
  }, 60_000);

  test('is refused when a file of it is cut short', async () => {
    const folder = join(shop.folder, 'cut-short');
    mkdirSync(folder);
    cpSync(join(MODEL_FOLDER, 'onnx'), join(folder, 'onnx'), { recursive: true });
    for (const name of [
      'manifest.json',
      'config.json',
      'tokenizer.json',
      'tokenizer_config.json',
    ]) {
      copyFileSync(join(MODEL_FOLDER, name), join(folder, name));
    }
    truncateSync(join(folder, 'onnx', 'model_quantized.onnx'), 1_000_000);
    open(realWorker, folder);
    await model.settled();
    expect(model.health()).toMatchObject({ state: 'unavailable', reason: /model_quantized\.onnx/ });
  }, 60_000);

  test('answers or refuses each of a thousand messages at once', async () => {
    open(realWorker, MODEL_FOLDER);
    await model.settled();
    const answers = await Promise.all(
      Array.from({ length: 1000 }, (_, at) =>
        model.read(at % 2 === 0 ? 'I want to die' : 'Je veux mourir', { budgetMs: 1500 }),
      ),
    );
    expect(answers).toHaveLength(1000);
    for (const answer of answers) {
      expect(answer.kind === 'missing' || answer.reading.level !== 'none').toBe(true);
    }
  }, 60_000);
});

test('a manifest that names a file of another kind is refused, not crashed over', async () => {
  const folder = join(shop.folder, 'odd');
  mkdirSync(folder);
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(aManifest()));
  open(realWorker, folder);
  await model.settled();
  expect(model.health()).toMatchObject({ state: 'unavailable', reason: /can't be loaded/ });
}, 30_000);
