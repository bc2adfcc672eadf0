import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type PrecedingTurn, RISK_LEVELS, type RiskLevel } from '../risk-classifier.ts';

/** One labelled message; see `data/corpus/RUBRIC.md`. No clinician has labelled it. */
export interface CorpusRow {
  readonly lang: 'fr' | 'en';
  readonly level: RiskLevel;
  readonly kind: string;
  readonly context: readonly PrecedingTurn[];
  readonly text: string;
  /** Number of its file, such as `14`. */
  readonly file: string;
}

/** The rows of the frozen test split: nothing is trained or tuned on them. */
export function readTestRows(folder: string): readonly CorpusRow[] {
  return readRows(folder, (frozen) => frozen);
}

/** The other rows: the model is trained on them, rules are mended on them. */
export function readDevelopmentRows(folder: string): readonly CorpusRow[] {
  return readRows(folder, (frozen) => !frozen);
}

function readRows(folder: string, wanted: (frozen: boolean) => boolean): readonly CorpusRow[] {
  const split = JSON.parse(readFileSync(join(folder, 'test-split.json'), 'utf8')) as {
    hashes: string[];
  };
  const frozen = new Set(split.hashes);
  return readdirSync(folder)
    .filter((name) => /^\d\d-.*\.tsv$/.test(name))
    .sort()
    .flatMap((name) =>
      readFileSync(join(folder, name), 'utf8')
        .split('\n')
        .map((line) => line.replace(/\r$/, '').split('\t'))
        .filter((cells) => cells.length >= 5 && wanted(frozen.has(hashOf(cells))))
        .map((cells) => toRow(cells, name.slice(0, 2))),
    );
}

/** As `classifiers/training/data.py` counts it. */
function hashOf([lang, , , , ...text]: readonly string[]): string {
  return createHash('sha256')
    .update(`${lang}\t${text.join(' ⏎ ')}`)
    .digest('hex')
    .slice(0, 20);
}

function toRow([lang, level, , kind = '', ...texts]: readonly string[], file: string): CorpusRow {
  const text = texts.at(-1) ?? '';
  const context = texts.slice(0, -1).flatMap((turns) => turns.split(' ⏎ ').map(toTurn));
  if (!RISK_LEVELS.includes(level as RiskLevel))
    throw new Error(`file ${file} has the level "${level}"`);
  return {
    lang: lang === 'en' ? 'en' : 'fr',
    level: level as RiskLevel,
    kind,
    context,
    text,
    file,
  };
}

function toTurn(turn: string): PrecedingTurn {
  return turn.startsWith('person: ')
    ? { speaker: 'person', text: turn.slice(8) }
    : { speaker: 'bot', text: turn.replace(/^bot: /, '') };
}
