import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { verifyModel } from '../../../../classifiers/model/manifest.ts';
import { aManifest } from '../../../support/classifier-fakes.ts';

const WEIGHTS = 'weights, as it were';
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

describe('verifyModel', () => {
  let folder = '';
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'model-'));
    write('weights.onnx', WEIGHTS);
    write(
      'manifest.json',
      JSON.stringify(aManifest({ files: { 'weights.onnx': sha256(WEIGHTS) } })),
    );
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const reason = async () => {
    const verified = await verifyModel(folder);
    expect(verified.kind).toBe('refused');
    const said = verified.kind === 'refused' ? verified.reason : '';
    expect(said).not.toContain('\n');
    return said;
  };

  test('accepts files that are what the manifest says', async () => {
    expect((await verifyModel(folder)).kind).toBe('verified');
  });

  test('names the manifest when there is no model at all', async () => {
    rmSync(join(folder, 'manifest.json'));
    expect(await reason()).toMatch(/manifest\.json can't be read \(ENOENT\); put a model there/);
  });

  test('refuses a half-written manifest', async () => {
    write('manifest.json', '{ "schema": "mod');
    expect(await reason()).toMatch(/manifest\.json is not valid JSON/);
  });

  test('refuses a model made for another version', async () => {
    write('manifest.json', JSON.stringify({ ...aManifest(), schema: 'model/2' }));
    expect(await reason()).toMatch(/schema .* reads model\/1/);
  });

  test('refuses levels in another order, which would turn danger into calm', async () => {
    write(
      'manifest.json',
      JSON.stringify(aManifest({ levels: [...aManifest().levels].reverse() })),
    );
    expect(await reason()).toMatch(/levels/);
  });

  test('refuses a truncated file', async () => {
    write('weights.onnx', WEIGHTS.slice(0, 5));
    expect(await reason()).toMatch(/weights\.onnx is damaged/);
  });

  test('names a file that is missing', async () => {
    rmSync(join(folder, 'weights.onnx'));
    expect(await reason()).toMatch(/weights\.onnx can't be read/);
  });

  test('reads nothing outside its folder', async () => {
    write('manifest.json', JSON.stringify(aManifest({ files: { '../x': sha256('') } })));
    expect(await reason()).toMatch(/files.* is not as expected/);
  });
});
