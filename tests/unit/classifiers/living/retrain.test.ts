import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { retrain } from '../../../../classifiers/living/retrain.ts';
import { writeCandidate } from '../../../../classifiers/living/write-candidate.ts';
import { verifyModel } from '../../../../classifiers/model/manifest.ts';
import { aManifest } from '../../../support/classifier-fakes.ts';
import { aRow } from '../../../support/evaluation-builders.ts';
import { fakeEncoder } from '../../../support/fake-encoder.ts';
import { aLabel } from '../../../support/labels.ts';
import { testFolder, writeModelFolder } from '../../../support/model-folder.ts';

const CORPUS = Array.from({ length: 30 }, (_, at) => aRow({ text: `phrase ${at} du corpus` }));
const LABELS = Array.from({ length: 12 }, (_, at) =>
  aLabel({
    id: `l${at}`,
    conversation: `c${at}`,
    level: 'passive',
    text: at % 2 ? 'plus la force' : 'plus la force du tout',
    context: at % 3 ? [] : [{ speaker: 'bot', text: 'Tu penses au suicide ?' }],
  }),
);
const train = (seed: number, labels = LABELS, knownRows = 10) =>
  retrain(fakeEncoder(), aManifest(), labels, CORPUS, { seed, knownRows, onProgress: () => {} });

describe('retraining', () => {
  test('is the same for the same seed, labels and model', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(100), async (seed) => {
        expect(await train(seed)).toEqual(await train(seed));
      }),
      { numRuns: 3 },
    );
  });

  test('looks at labels that it never learnt from, before and after', async () => {
    const many = Array.from({ length: 200 }, (_, at) =>
      aLabel({ ...LABELS[at % 12], id: `m${at}`, conversation: `c${at}` }),
    );
    const { learnt, apart } = await train(1, many, 2);
    expect([learnt, apart.labels]).toEqual([160, 40]);
    expect([apart.before, apart.after]).toEqual([0, 40]);
  });

  test('refuses a signal that the model does not have', async () => {
    await expect(train(1, [aLabel({ signals: ['sadness'] })])).rejects.toThrow(
      'no signal "sadness"',
    );
  });
});

describe('a candidate', () => {
  let folder = testFolder();
  beforeEach(() => {
    folder = testFolder();
  });
  afterEach(() => folder.remove());
  const write = async (to: string, from = join(folder.path, 'base'), seed = 1) => {
    const verified = await verifyModel(from);
    if (verified.kind === 'refused') throw new Error(verified.reason);
    const { heads, learnt } = await train(seed);
    return writeCandidate({
      ...{ from, heads, seed, to, labels: learnt },
      manifest: verified.manifest,
      now: new Date('2026-11-26'),
    });
  };

  test('is a whole model that verifies, and says what it was made from', async () => {
    writeModelFolder(join(folder.path, 'base'), { version: '2026-11-24' });
    const to = join(folder.path, 'candidate');
    const { version } = await write(to);
    expect(version).toMatch(/^2026-11-24-heads-[0-9a-f]{8}$/);
    const verified = await verifyModel(to);
    expect(verified).toMatchObject({
      kind: 'verified',
      manifest: { version, heads: 'heads.json', created: '2026-11-26' },
    });
    expect(readFileSync(join(to, 'manifest.json'), 'utf8')).toContain(
      '10 labels of this installation',
    );
  });

  test('made from a candidate replaces its heads, and is named after the model both come from', async () => {
    writeModelFolder(join(folder.path, 'base'), { version: 'v1' });
    const first = await write(join(folder.path, 'one'));
    const second = await write(join(folder.path, 'two'), join(folder.path, 'one'));
    expect(second.version).toBe(first.version);
    expect(second.provenance).toBe(first.provenance);
  });

  test('never takes the place of anything, and leaves nothing half-written', async () => {
    writeModelFolder(join(folder.path, 'base'));
    await expect(write(join(folder.path, 'base'))).rejects.toThrow('is there already');
    const manifest = writeModelFolder(join(folder.path, 'broken'));
    const { heads } = await train(1);
    expect(() =>
      writeCandidate({
        ...{ heads, labels: 1, seed: 1, now: new Date(), to: join(folder.path, 'new') },
        from: join(folder.path, 'broken'),
        manifest: { ...manifest, files: { ...manifest.files, 'gone.json': 'a'.repeat(64) } },
      }),
    ).toThrow();
    expect(existsSync(join(folder.path, 'new'))).toBe(false);
    expect(readdirSync(folder.path).sort()).toEqual(['base', 'broken']);
  });
});
