import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type Heads, loadHeads, withHeads } from '../../../../classifiers/model/heads.ts';
import { ModelManifest, verifyModel } from '../../../../classifiers/model/manifest.ts';
import { createModelClassifier } from '../../../../classifiers/model/model-classifier.ts';
import { modelProcesses } from '../../../../classifiers/model/model-process.ts';
import { RISK_LEVELS } from '../../../../classifiers/risk-classifier.ts';
import { aManifest } from '../../../support/classifier-fakes.ts';
import {
  buildWorker,
  HAS_MODEL,
  MODEL_FOLDER,
  workshop,
} from '../../../support/classifier-worker.ts';
import { testFolder, writeModelFolder } from '../../../support/model-folder.ts';

/** Heads that add nothing but this to each level. */
const addingTo = (bias: readonly number[], signals: number, width: number): Heads => ({
  schema: 'heads/1',
  level: { weight: RISK_LEVELS.map(() => new Array<number>(width).fill(0)), bias: [...bias] },
  signal: {
    weight: Array.from({ length: signals }, () => new Array<number>(width).fill(0)),
    bias: new Array<number>(signals).fill(0),
  },
});

describe('what retraining added to the heads', () => {
  let folder = testFolder();
  beforeEach(() => {
    folder = testFolder();
  });
  afterEach(() => folder.remove());
  const load = (heads: unknown) => {
    writeFileSync(join(folder.path, 'heads.json'), JSON.stringify(heads));
    return () => loadHeads(folder.path, aManifest({ heads: 'heads.json' }));
  };

  test('is nothing where the manifest names no heads', () => {
    expect(loadHeads(folder.path, aManifest())).toBeNull();
  });

  test('is added to the logits, by what the network sees', () => {
    const heads: Heads = {
      schema: 'heads/1',
      level: { weight: RISK_LEVELS.map((_, at) => [at, 0]), bias: [0, 0, 0, 0, 1] },
      signal: {
        weight: [
          [0, 2],
          [0, 0],
        ],
        bias: [0, 0.5],
      },
    };
    expect(load(heads)()).toEqual(heads);
    expect(withHeads({ level: [1, 1, 1, 1, 1], signal: [0, 0] }, [0.5, 1], heads)).toEqual({
      level: [1, 1.5, 2, 2.5, 4],
      signal: [2, 0.5],
    });
  });

  test('is refused when it does not fit the model', () => {
    expect(load({ schema: 'heads/2' })).toThrow('heads.json is not what heads/1 says');
    expect(load(addingTo([0, 0, 0, 0, 0], 3, 4))).toThrow('other outputs than manifest.json');
    const ragged = addingTo([0, 0, 0, 0, 0], 2, 4);
    ragged.level.weight[2]?.pop();
    expect(load(ragged)).toThrow('other outputs than manifest.json');
  });

  test('is never used without its hash', async () => {
    writeModelFolder(folder.path, { heads: 'heads.json' });
    expect(await verifyModel(folder.path)).toMatchObject({
      kind: 'refused',
      reason: expect.stringContaining('heads.json has no hash'),
    });
  });
});

const withModel = HAS_MODEL ? describe : describe.skip;
withModel('the model that ships, with heads', () => {
  const { folder, remove } = workshop();
  afterAll(remove);

  /** The shipped model in a folder of its own, with these heads. */
  function candidate(name: string, heads: (manifest: ModelManifest) => Heads): string {
    const to = join(folder, name);
    mkdirSync(join(to, 'onnx'), { recursive: true });
    const manifest = ModelManifest.parse(
      JSON.parse(readFileSync(join(MODEL_FOLDER, 'manifest.json'), 'utf8')),
    );
    for (const file of Object.keys(manifest.files)) {
      if (file.endsWith('.onnx')) symlinkSync(join(MODEL_FOLDER, file), join(to, file));
      else cpSync(join(MODEL_FOLDER, file), join(to, file));
    }
    const content = JSON.stringify(heads(manifest));
    writeFileSync(join(to, 'heads.json'), content);
    const files = {
      ...manifest.files,
      'heads.json': createHash('sha256').update(content).digest('hex'),
    };
    writeFileSync(
      join(to, 'manifest.json'),
      JSON.stringify({ ...manifest, files, heads: 'heads.json', version: name }),
    );
    return to;
  }

  test('reads as before when they are zeros, and otherwise when they are not', async () => {
    const workerFile = await buildWorker(folder);
    const read = async (modelFolder: string) => {
      const model = createModelClassifier({
        start: modelProcesses(workerFile, { modelFolder, threads: 1 }),
      });
      await model.settled();
      const answer = await model.read('Bonsoir, ça va ?', { budgetMs: 30_000 });
      await model.close();
      if (answer.kind !== 'read') throw new Error(answer.why);
      return answer;
    };
    const zeros = candidate('zeros', ({ signals }) =>
      addingTo([0, 0, 0, 0, 0], signals.length, 384),
    );
    const raised = candidate('raised', ({ signals }) =>
      addingTo([0, 0, 0, 0, 20], signals.length, 384),
    );
    const before = await read(MODEL_FOLDER);
    const same = await read(zeros);
    expect(same.reading).toEqual(before.reading);
    expect(same.model).toContain('@zeros');
    expect((await read(raised)).reading.level).toBe('imminent');
    rmSync(zeros, { recursive: true });
  }, 60_000);
});
