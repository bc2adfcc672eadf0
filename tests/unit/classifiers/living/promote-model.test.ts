import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readModelHistory } from '../../../../classifiers/living/model-history.ts';
import { modelInUse } from '../../../../classifiers/living/model-in-use.ts';
import { promoteModel } from '../../../../classifiers/living/promote-model.ts';
import { rollbackModel } from '../../../../classifiers/living/rollback-model.ts';
import { verifyModel } from '../../../../classifiers/model/manifest.ts';
import { testFolder, writeModelFolder } from '../../../support/model-folder.ts';

const NOW = new Date('2026-11-26T10:00:00Z');

describe('an installation', () => {
  let folder = testFolder();
  beforeEach(() => {
    folder = testFolder();
    writeModelFolder(join(folder.path, 'shipped'), { version: 'shipped' });
  });
  afterEach(() => folder.remove());
  const inUse = (modelDir: string | null = null) =>
    modelInUse({ modelDir, dataDir: folder.path, shipped: join(folder.path, 'shipped') });
  const store = () => join(folder.path, 'models');
  const candidate = (version: string) => {
    const path = join(folder.path, `candidate-${version}`);
    if (!existsSync(path)) writeModelFolder(path, { version });
    return path;
  };
  const promote = (version: string, reasons: readonly string[] | Error = []) =>
    promoteModel({
      candidate: candidate(version),
      store: store(),
      now: NOW,
      reasonsAgainst: async () => {
        if (reasons instanceof Error) throw reasons;
        return reasons;
      },
    });

  test('runs the model that ships until another is promoted, and the one named by hand before all', async () => {
    expect(inUse().folder).toBe(join(folder.path, 'shipped'));
    expect(await promote('2')).toEqual({ kind: 'promoted', model: 'test@2' });
    expect(inUse().folder).toBe(join(store(), 'test@2'));
    expect(await verifyModel(inUse().folder)).toMatchObject({ kind: 'verified' });
    expect(inUse('/elsewhere')).toEqual({ folder: '/elsewhere', store: null });
  });

  test('keeps its own copy: the candidate’s folder may go', async () => {
    await promote('2');
    rmSync(candidate('2'), { recursive: true });
    expect(await verifyModel(inUse().folder)).toMatchObject({ kind: 'verified' });
  });

  test('keeps its model when the candidate does not pass', async () => {
    await promote('2');
    expect(await promote('3', ['fewer imminent messages are found'])).toEqual({
      kind: 'refused',
      reasons: ['fewer imminent messages are found'],
    });
    expect(inUse().folder).toBe(join(store(), 'test@2'));
    expect(readdirSync(store()).sort()).toEqual(['history.json', 'test@2']);
  });

  test('keeps its model when the comparison breaks off', async () => {
    await promote('2');
    await expect(promote('3', new Error('the machine is on fire'))).rejects.toThrow('on fire');
    expect(inUse().folder).toBe(join(store(), 'test@2'));
  });

  test('takes no candidate that is damaged, before it is measured or while it is copied', async () => {
    writeFileSync(join(candidate('2'), 'tokenizer.json'), '{"damaged":1}');
    expect(await promote('2')).toMatchObject({
      kind: 'refused',
      reasons: [expect.stringContaining('damaged')],
    });
    const late = await promoteModel({
      candidate: candidate('3'),
      store: store(),
      now: NOW,
      reasonsAgainst: async () => {
        writeFileSync(join(candidate('3'), 'tokenizer.json'), '{"damaged":1}');
        return [];
      },
    });
    expect(late.kind).toBe('refused');
    expect(inUse().folder).toBe(join(folder.path, 'shipped'));
    expect(existsSync(store()) ? readdirSync(store()) : []).toEqual([]);
  });

  test('takes no name that leads out of its folder', async () => {
    writeModelFolder(join(folder.path, 'candidate-odd'), { version: '../../etc' });
    expect(await promote('odd')).toMatchObject({ kind: 'refused' });
  });

  test('goes back a model at a time, at last to the one that ships', async () => {
    await promote('2');
    await promote('3');
    expect(rollbackModel(store(), NOW)).toEqual({ out: 'test@3', current: 'test@2' });
    expect(inUse().folder).toBe(join(store(), 'test@2'));
    expect(rollbackModel(store(), NOW)).toEqual({ out: 'test@2', current: null });
    expect(inUse().folder).toBe(join(folder.path, 'shipped'));
    expect(() => rollbackModel(store(), NOW)).toThrow('no model was promoted');
    expect(await promote('3')).toMatchObject({ kind: 'promoted' });
    const history = readModelHistory(store());
    expect(history).toMatchObject({
      events: [
        { what: 'promoted', model: 'test@2' },
        { what: 'promoted', model: 'test@3' },
        { what: 'rolled-back', model: 'test@3' },
        { what: 'rolled-back', model: 'test@2' },
        { what: 'promoted', model: 'test@3' },
      ],
    });
  });

  test('runs the model that ships, and says so, when the promoted one has gone or nobody can tell', async () => {
    await promote('2');
    rmSync(join(store(), 'test@2'), { recursive: true });
    expect(inUse()).toMatchObject({
      folder: join(folder.path, 'shipped'),
      warning: expect.stringContaining('has gone'),
    });
    expect(rollbackModel(store(), NOW)).toEqual({ out: 'test@2', current: null });
    expect(inUse().warning).toBeUndefined();
    writeFileSync(join(store(), 'history.json'), '{"schema":');
    expect(inUse()).toMatchObject({
      folder: join(folder.path, 'shipped'),
      warning: expect.stringContaining("can't be read"),
    });
  });

  test('has after any promotions and rollbacks the model that was promoted last and not taken back', async () => {
    const step = fc.oneof(fc.constantFrom('a', 'b', 'c', 'd'), fc.constant(null));
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
        rmSync(store(), { recursive: true, force: true });
        const stack: string[] = [];
        for (const version of steps) {
          if (version === null) {
            if (stack.length > 0) rollbackModel(store(), NOW);
            stack.pop();
          } else if (!stack.includes(version)) {
            await promote(version);
            stack.push(version);
          } else {
            expect((await promote(version)).kind).toBe('refused');
          }
          const last = stack.at(-1);
          expect(inUse().folder).toBe(
            last === undefined ? join(folder.path, 'shipped') : join(store(), `test@${last}`),
          );
        }
        expect(readFileSync(join(folder.path, 'shipped', 'tokenizer.json'), 'utf8')).toBe('{}');
      }),
      { numRuns: 15 },
    );
  });
});
