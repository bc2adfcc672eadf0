import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import type { Spot } from '../../engine/library-places.ts';

/** On which line of a file each step begins. */
export type StepLines = ReadonlyMap<string, number>;

/** A spot is of one reading of the files. */
const kept = new WeakMap<Spot, ReadonlyMap<string, StepLines>>();

/**
 * The lines of the steps in the files of one flow, by the name of the file as findings give it;
 * for those whose steps lie under a key (`steps` in `flow.yaml`) and those whose don't (texts).
 */
export function stepLines(spot: Spot): ReadonlyMap<string, StepLines> {
  const lines = kept.get(spot) ?? readLines(spot);
  kept.set(spot, lines);
  return lines;
}

function readLines({ path, shown }: Spot): ReadonlyMap<string, StepLines> {
  // A questionnaire has no steps of its own to be found.
  if (path.endsWith('.yaml')) return new Map();
  const files = [
    ['flow.yaml', ['steps']],
    ['fr.yaml', []],
    ['en.yaml', []],
  ] as const;
  return new Map(files.map(([name, at]) => [`${shown}/${name}`, linesIn(join(path, name), at)]));
}

function linesIn(file: string, at: readonly string[]): StepLines {
  const lines = new Map<string, number>();
  try {
    const counter = new LineCounter();
    const document = parseDocument(readFileSync(file, 'utf8'), { lineCounter: counter });
    const steps = at.length > 0 ? document.getIn(at, true) : document.contents;
    for (const { key } of isMap(steps) ? steps.items : []) {
      if (isScalar(key) && key.range) {
        lines.set(String(key.value), counter.linePos(key.range[0]).line);
      }
    }
  } catch {
    // What can't be read is among the findings.
  }
  return lines;
}

/** The step in which a line stands: the last one that begins at it or before. */
export function stepAtLine(lines: StepLines | undefined, line: number): string | null {
  let found: string | null = null;
  let at = 0;
  for (const [step, begins] of lines ?? []) {
    if (begins <= line && begins > at) [found, at] = [step, begins];
  }
  return found;
}
