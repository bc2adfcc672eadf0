import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from './check-together.ts';
import { type CorpusLine, isTraining } from './corpus-lines.ts';
import { rowHash } from './row-hash.ts';

const FILE = 'test-split.json';
/** SHA-256 of the file as it was frozen. Nobody changes it: what was trained on the old rows stays. */
const PINNED = '136197ed64f6d902fbb5e2e1e1a3ab6b8661bc2b2f1ea1f4d448b95045b8ef2a';

/** Hashes of the rows that nothing is trained, tuned or chosen on. */
export function readFrozenSplit(corpusFolder: string): ReadonlySet<string> {
  const split = JSON.parse(readFileSync(join(corpusFolder, FILE), 'utf8')) as { hashes: string[] };
  return new Set(split.hashes);
}

/** Whether the split is the one that was frozen, and every row of it still there as it was. */
export function checkFrozenSplit(
  corpusFolder: string,
  lines: readonly CorpusLine[],
): readonly Problem[] {
  const file = createHash('sha256').update(readFileSync(join(corpusFolder, FILE)));
  if (file.digest('hex') !== PINNED) {
    return [{ file: FILE, what: 'is not the one that was frozen; take it back from git' }];
  }
  const there = new Set(lines.filter(isTraining).map(({ cells }) => rowHash(cells)));
  const gone = [...readFrozenSplit(corpusFolder)].filter((hash) => !there.has(hash));
  return gone.map((hash) => ({
    file: FILE,
    what: `the frozen row ${hash} was edited or taken out; take it back from git`,
  }));
}
