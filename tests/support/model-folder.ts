import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { ModelManifest } from '../../classifiers/model/manifest.ts';
import { aManifest } from './classifier-fakes.ts';

/** A folder for one test. */
export function testFolder(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'living-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** Writes a model folder that verifies, of a few bytes. */
export function writeModelFolder(
  folder: string,
  change: Partial<ModelManifest> = {},
  files: Readonly<Record<string, string>> = {
    'onnx/model_quantized.onnx': 'weights',
    'tokenizer.json': '{}',
  },
): ModelManifest {
  const hashes: Record<string, string> = {};
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), content);
    hashes[file] = createHash('sha256').update(content).digest('hex');
  }
  const manifest = aManifest({ files: hashes, ...change });
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  return manifest;
}
