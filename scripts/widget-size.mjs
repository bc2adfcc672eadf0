// Holds the widget to its weight: what a page loads at first, and what opening it loads.
// Usage, after a build: node scripts/widget-size.mjs [build/web]
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const built = resolve(process.argv[2] ?? join(root, 'build', 'web'));
const KB = 1000;
const BUDGETS = [
  { what: 'at first', files: ['loader/veilleuse.js'], most: 3 * KB },
  { what: 'on open', files: ['embed/chat.js', 'embed/words/fr.js'], most: 32 * KB },
  { what: 'on open, in English', files: ['embed/chat.js', 'embed/words/en.js'], most: 32 * KB },
];

const problems = [];
const line = (bytes, what) => console.log(`${String(bytes).padStart(7)} B gzip  ${what}`);
for (const { what, files, most } of BUDGETS) {
  let total = 0;
  for (const file of files) {
    const path = join(built, file);
    if (!existsSync(path)) {
      problems.push(`${file} is missing: run node scripts/build.mjs first`);
      continue;
    }
    const code = readFileSync(path);
    const bytes = gzipSync(code, { level: 9 }).length;
    total += bytes;
    line(bytes, file);
    // Each is served alone: one that imports a neighbour would load more, or nothing at all.
    if (/(^|;)import\s*["{*\w]/.test(code)) problems.push(`${file} imports another script`);
  }
  line(total, `${what}, at most ${most}\n`);
  if (total > most) problems.push(`${what}: ${total} B is more than ${most} B`);
}

const font = join(root, 'web-widget/shared/fonts/atkinson-hyperlegible-next-latin.woff2');
console.log(
  `${String(readFileSync(font).length).padStart(7)} B       reading face, after opening, left out on slow lines`,
);

if (problems.length > 0) {
  console.error(problems.join('\n'));
  process.exit(1);
}
