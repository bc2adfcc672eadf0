import { type CorpusLine, corpusLines, isTraining } from '../corpus/corpus-lines.ts';
import { readFrozenSplit } from '../corpus/frozen-split.ts';
import { repeatedByStrangers } from '../corpus/repeated-by-strangers.ts';
import { rowHash } from '../corpus/row-hash.ts';
import { type PrecedingTurn, RISK_LEVELS, type RiskLevel } from '../risk-classifier.ts';

/** One labelled message; see `data/corpus/RUBRIC.md`. No clinician has labelled it. */
export interface CorpusRow {
  readonly lang: 'fr' | 'en';
  readonly level: RiskLevel;
  readonly signals: readonly string[];
  readonly kind: string;
  readonly context: readonly PrecedingTurn[];
  readonly text: string;
  /** Number of its file, such as `14`, or a stranger's file, such as `calibration-fr`. */
  readonly file: string;
}

/** The rows of the frozen test split: nothing is trained or tuned on them. */
export function readTestRows(folder: string): readonly CorpusRow[] {
  const frozen = readFrozenSplit(folder);
  return trainingLines(folder)
    .filter(({ cells }) => frozen.has(rowHash(cells)))
    .map(toRow);
}

/** The other rows: the model is trained on them, rules are mended on them. */
export function readDevelopmentRows(folder: string): readonly CorpusRow[] {
  const frozen = readFrozenSplit(folder);
  return trainingLines(folder)
    .filter(({ cells }) => !frozen.has(rowHash(cells)))
    .map(toRow);
}

/** The strangers' rows, on which thresholds are chosen; those the corpus has too are left out. */
export function readStrangersRows(folder: string): readonly CorpusRow[] {
  return rowsOfStrangers(folder, /^calibration-(?:fr|en)\./);
}

/** Answers after a few turns, on which the thresholds for such are chosen; likewise. */
export function readInContextRows(folder: string): readonly CorpusRow[] {
  return rowsOfStrangers(folder, /^calibration-in-context\./);
}

function rowsOfStrangers(folder: string, files: RegExp): readonly CorpusRow[] {
  const lines = corpusLines(folder);
  const repeated = repeatedByStrangers(lines);
  return lines.filter((line) => files.test(line.file) && !repeated.has(line)).map(toRow);
}

const trainingLines = (folder: string) => corpusLines(folder).filter(isTraining);

function toRow(line: CorpusLine): CorpusRow {
  const [lang, level, signals = '', kind = '', ...texts] = line.cells;
  const text = texts.at(-1) ?? '';
  const context = texts.slice(0, -1).flatMap((turns) => turns.split(' ⏎ ').map(toTurn));
  if (!RISK_LEVELS.includes(level as RiskLevel)) {
    throw new Error(`${line.file}:${line.number} has the level "${level}"`);
  }
  return {
    lang: lang === 'en' ? 'en' : 'fr',
    level: level as RiskLevel,
    signals: signals === '' ? [] : signals.split(','),
    kind,
    context,
    text,
    file: isTraining(line) ? line.file.slice(0, 2) : line.file.replace(/\.tsv$/, ''),
  };
}

function toTurn(turn: string): PrecedingTurn {
  return turn.startsWith('person: ')
    ? { speaker: 'person', text: turn.slice(8) }
    : { speaker: 'bot', text: turn.replace(/^bot: /, '') };
}
