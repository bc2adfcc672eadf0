// Builds what runs: the programs for Node, and the browser's bundles. Instant when nothing changed.
// By itself: node scripts/build.mjs
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildWidget } from './build-widget.mjs';
import { leanTransformers } from './lean-transformers.mjs';
import { expiredUnawares } from './widget-lines.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Every program that is started by name, or as a worker; what they share goes into chunks. */
const PROGRAMS = [
  'server/main.ts',
  'server/admin.ts',
  'server/drill.ts',
  'classifiers/classify.ts',
  'classifiers/corpus.ts',
  'classifiers/evaluate.ts',
  'classifiers/manage-model.ts',
  'classifiers/train-heads.ts',
  'classifiers/model/model-worker.ts',
  'bot-flows/flow.ts',
  'tests/load/bench.ts',
  'tests/load/bare-server.ts',
];
/** What the staff's browsers load; the widget has its own, lighter way (`build-widget.mjs`). */
const SCREENS = [
  'web-widget/console/console.tsx',
  'web-widget/console/setup.tsx',
  'web-widget/author/author.tsx',
  'web-widget/reports/reports.tsx',
];
const BROWSERS = ['es2022', 'safari16', 'chrome107', 'firefox104'];
const SOURCES = [
  'server',
  'bot-flows',
  'classifiers',
  'web-widget',
  'data/helplines',
  'tests/load',
];

const existing = (files) => files.filter((file) => statOf(file));
const statOf = (path) => statSync(join(root, path), { throwIfNoEntry: false });

/** Changes with every source file that is added, changed or removed. */
function fingerprint() {
  const hash = createHash('sha256').update(process.version);
  const visit = (path) => {
    const stat = statOf(path);
    if (stat?.isDirectory()) {
      for (const name of readdirSync(join(root, path)).sort()) visit(join(path, name));
    } else if (stat && /\.(tsx?|mjs|json|css|svg)$/.test(path)) {
      hash.update(`${path}\0${stat.size}\0${stat.mtimeMs}\0`);
    }
  };
  for (const path of [...SOURCES, 'scripts', 'package-lock.json']) visit(path);
  return hash.digest('hex');
}

function builtFingerprint() {
  try {
    return readFileSync(join(root, 'build', 'stamp'), 'utf8');
  } catch {
    return '';
  }
}

/** Another build may finish at the same moment; whichever comes last stays. */
function putInPlace(aside, attempts = 5) {
  try {
    rmSync(join(root, 'build'), { recursive: true, force: true });
    renameSync(aside, join(root, 'build'));
  } catch (error) {
    if (attempts <= 1) throw error;
    putInPlace(aside, attempts - 1);
  }
}

/** Brings `build/` up to date. @returns milliseconds it took; 0 when nothing had changed. */
export async function build() {
  const now = fingerprint();
  if (builtFingerprint() === now) return 0;
  const started = Date.now();
  const esbuild = await import('esbuild');
  // Built aside and put in place at the end, so that a running server never reads half a file.
  const aside = join(root, `build-${process.pid}`);
  const common = {
    absWorkingDir: root,
    bundle: true,
    format: 'esm',
    splitting: true,
    logLevel: 'error',
    chunkNames: 'chunks/[name]-[hash]',
  };
  try {
    await esbuild.build({
      ...common,
      entryPoints: existing(PROGRAMS),
      outbase: '.',
      outdir: aside,
      platform: 'node',
      target: 'node20',
      packages: 'external',
      plugins: [leanTransformers(root)],
      sourcemap: true,
    });
    await esbuild.build({
      ...common,
      entryPoints: existing(SCREENS),
      outbase: 'web-widget',
      outdir: join(aside, 'web'),
      platform: 'browser',
      target: BROWSERS,
      minify: true,
      jsx: 'automatic',
      jsxImportSource: 'preact',
      loader: { '.css': 'text', '.svg': 'text' },
    });
    await buildWidget(esbuild, { root, outdir: join(aside, 'web'), target: BROWSERS });
    writeFileSync(join(aside, 'stamp'), now);
    putInPlace(aside);
  } finally {
    rmSync(aside, { recursive: true, force: true });
    // Its helper process would live as long as ours.
    await esbuild.stop();
  }
  return Date.now() - started;
}

/**
 * A build by hand or in CI fails when a helpline is past its date and the list does not say so.
 * `npm start` is not stopped by it: such a line is left out of what people see anyway.
 */
function refuseExpiredLines() {
  const file = join(root, 'data', 'helplines', 'helplines.json');
  const expired = expiredUnawares(JSON.parse(readFileSync(file, 'utf8')));
  for (const line of expired) process.stderr.write(`${line}\n`);
  if (expired.length > 0) process.exit(1);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  refuseExpiredLines();
  await build();
}
