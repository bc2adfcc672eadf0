import type { CorpusLine } from './corpus-lines.ts';
import { sameWords } from './same-words.ts';

export interface Problem {
  readonly file: string;
  /** From 1; nothing when it is about the whole file. */
  readonly line?: number;
  readonly what: string;
}

/**
 * What is wrong with rows that say the same: the same row twice in one file, or two levels for
 * one message. Strangers' rows may repeat a row of the corpus (who hasn't said "ok"), at its level.
 */
export function checkTogether(lines: readonly CorpusLine[]): readonly Problem[] {
  const first = new Map<string, CorpusLine[]>();
  const problems: Problem[] = [];
  for (const line of lines) {
    const [lang = '', level, , , ...turns] = line.cells;
    const key = `${lang} ${sameWords(turns)}`;
    const earlier = first.get(key) ?? [];
    const twin = earlier.find(({ file }) => file === line.file);
    const other = earlier.find(({ cells }) => cells[1] !== level);
    const say = (what: string) => problems.push({ file: line.file, line: line.number, what });
    if (twin) say(`says the same as line ${twin.number}`);
    if (other) {
      say(
        `says the same as ${other.file}:${other.number}, which has the level "${other.cells[1]}"`,
      );
    }
    first.set(key, [...earlier, line]);
  }
  return problems;
}
