import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One line of a corpus file, as it stands there. */
export interface CorpusLine {
  /** The file's name, such as `14-chat-en.tsv`. */
  readonly file: string;
  /** From 1. */
  readonly number: number;
  /** `lang`, `level`, `signals`, `kind`, perhaps the turns before, `text`. */
  readonly cells: readonly string[];
}

/** Every line of every file, numbered files before the strangers' ones. */
export function corpusLines(corpusFolder: string): readonly CorpusLine[] {
  return readdirSync(corpusFolder)
    .filter((name) => name.endsWith('.tsv'))
    .sort()
    .flatMap((file) => linesOf(file, readFileSync(join(corpusFolder, file), 'utf8')));
}

/** The lines of one file; an end of line at the end of the file begins no other line. */
export function linesOf(file: string, content: string): readonly CorpusLine[] {
  return content
    .replace(/\r?\n$/, '')
    .split('\n')
    .map((line, at) => ({ file, number: at + 1, cells: line.replace(/\r$/, '').split('\t') }));
}

/** Whether training reads the file; the `calibration` files were written by strangers to judge by. */
export const isTraining = ({ file }: Pick<CorpusLine, 'file'>) => /^\d\d-/.test(file);
