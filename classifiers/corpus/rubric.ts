import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The names that a row may carry, as `RUBRIC.md` lists them. */
export interface Rubric {
  readonly signals: readonly string[];
  readonly kinds: readonly string[];
}

/** @throws {Error} when the file has lost one of its two lists. */
export function readRubric(corpusFolder: string): Rubric {
  const file = join(corpusFolder, 'RUBRIC.md');
  const sections = readFileSync(file, 'utf8').split(/^## /m);
  const names = (title: string) => {
    const section = sections.find((one) => one.startsWith(title)) ?? '';
    const found = [...section.matchAll(/`([a-z-]+)`/g)].map(([, name = '']) => name);
    if (found.length === 0) throw new Error(`${file} has no list of ${title}`);
    return found;
  };
  return { signals: names('signals'), kinds: names('kind') };
}
