// Builds what runs: server programs for Node, and the browser's bundles. Silent and instant when
// nothing changed. Usage: node scripts/build.mjs [--quiet]
import { createHash } from 'node:crypto';
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const quiet = process.argv.includes('--quiet');
const SOURCES = ['server', 'bot-flows', 'classifiers', 'web-widget', 'tests/load', 'tests/faults'];

/** Every program that is started by name; shared code goes into chunks beside them. */
const PROGRAMS = [
  'server/main.ts',
  'server/admin.ts',
  'server/drill.ts',
  'classifiers/classify.ts',
  'classifiers/evaluate.ts',
  'classifiers/model/model-worker.ts',
  'bot-flows/flow.ts',
  'tests/load/bench.ts',
];
/** What a browser loads, by the address it is served under. */
const PAGES = [
  'web-widget/loader/veilleuse.ts',
  'web-widget/embed/chat.tsx',
  'web-widget/embed/page.ts',
  'web-widget/console/console.tsx',
  'web-widget/console/setup.tsx',
  'web-widget/reports/reports.tsx',
];

const existing = (files) =>
  files.filter((file) => statSync(join(root, file), { throwIfNoEntry: false }));

function fingerprint() {
  const hash = createHash('sha256');
  const visit = (path) => {
    const stat = statSync(join(root, path), { throwIfNoEntry: false });
    if (!stat) return;
    if (stat.isDirectory()) {
      for (const name of readdirSync(join(root, path)).sort()) visit(join(path, name));
    } else if (/\.(tsx?|mjs|json|css|html|svg|woff2)$/.test(path)) {
      hash.update(`${path}\0${stat.size}\0${stat.mtimeMs}\0`);
    }
  };
  for (const path of [...SOURCES, 'scripts/build.mjs', 'package-lock.json']) visit(path);
  return hash.digest('hex');
}

const stamp = join(root, 'build', 'stamp');
const now = fingerprint();
const built = () => {
  try {
    return readFileSync(stamp, 'utf8');
  } catch {
    return '';
  }
};

if (built() !== now) {
  const started = Date.now();
  if (!quiet) process.stdout.write('Building … ');
  const { build } = await import('esbuild');
  // Built aside and put in place at the end, so that a running server never reads half a file.
  const aside = join(root, `build-${process.pid}`);
  const common = {
    absWorkingDir: root,
    bundle: true,
    format: 'esm',
    splitting: true,
    logLevel: 'error',
  };
  try {
    await build({
      ...common,
      entryPoints: existing(PROGRAMS),
      outbase: '.',
      outdir: aside,
      platform: 'node',
      target: 'node20',
      packages: 'external',
      sourcemap: true,
      chunkNames: 'chunks/[name]-[hash]',
    });
    await build({
      ...common,
      entryPoints: existing(PAGES),
      outbase: 'web-widget',
      outdir: join(aside, 'web'),
      platform: 'browser',
      target: ['es2022', 'safari16', 'chrome107', 'firefox104'],
      minify: true,
      jsx: 'automatic',
      jsxImportSource: 'preact',
      chunkNames: 'chunks/[name]-[hash]',
      loader: { '.css': 'text', '.svg': 'text' },
    });
    mkdirSync(aside, { recursive: true });
    writeFileSync(join(aside, 'stamp'), now);
    rmSync(join(root, 'build'), { recursive: true, force: true });
    renameSync(aside, join(root, 'build'));
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
  if (!quiet) process.stdout.write(`done in ${((Date.now() - started) / 1000).toFixed(1)} s\n`);
}
