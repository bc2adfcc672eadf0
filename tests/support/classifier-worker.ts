import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

/** Where a model lies when this installation has one. */
export const MODEL_FOLDER = join(process.cwd(), 'data', 'models');
export const HAS_MODEL = existsSync(join(MODEL_FOLDER, 'manifest.json'));

/** A folder for one suite's built files; inside the repository, so that packages are found. */
export function workshop(): { readonly folder: string; remove(): void } {
  const parent = join(process.cwd(), 'node_modules', '.cache');
  mkdirSync(parent, { recursive: true });
  const folder = mkdtempSync(join(parent, 'classifier-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Builds the real worker. */
export async function buildWorker(folder: string): Promise<string> {
  const outfile = join(folder, 'model-worker.mjs');
  await build({
    entryPoints: [join(process.cwd(), 'classifiers', 'model', 'model-worker.ts')],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    logLevel: 'error',
  });
  return outfile;
}

/** Writes a worker of a few lines that stands in for the real one. */
export function writeWorker(folder: string, name: string, body: string): string {
  const file = join(folder, `${name}.mjs`);
  writeFileSync(file, `import { parentPort, workerData } from 'node:worker_threads';\n${body}\n`);
  return file;
}
