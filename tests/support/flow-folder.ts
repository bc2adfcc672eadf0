import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export interface FlowFolder {
  readonly dir: string;
  /** Changes a file below it. @throws {Error} when nothing in it is `from`. */
  change(file: string, from: string | RegExp, to: string): void;
  remove(): void;
}

/** The smallest library in which nothing is amiss. */
export const SMALL_DIR = join(__dirname, '..', 'fixtures', 'library', 'flows');

/** A copy of some flows, to be changed; of the smallest library when none are named. */
export function aFlowFolder(from = SMALL_DIR): FlowFolder {
  const dir = join(mkdtempSync(join(tmpdir(), 'flows-')), 'flows');
  cpSync(dirname(from), dirname(dir), { recursive: true });
  return {
    dir,
    change(file, from, to) {
      const path = join(dir, file);
      const text = readFileSync(path, 'utf8');
      const changed = text.replace(from, to);
      if (changed === text) throw new Error(`nothing to change in ${file}`);
      writeFileSync(path, changed);
    },
    remove: () => rmSync(join(dir, '..'), { recursive: true, force: true }),
  };
}
