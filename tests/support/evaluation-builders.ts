import type { CorpusRow } from '../../classifiers/evaluation/corpus-rows.ts';
import { evaluateIdentity } from '../../classifiers/evaluation/evaluate-identity.ts';
import { evaluatePart } from '../../classifiers/evaluation/evaluate-part.ts';
import type { Evaluation, SetEvaluation } from '../../classifiers/evaluation/evaluation.ts';
import type { JudgedRow, Read } from '../../classifiers/evaluation/measures/read.ts';
import { PARTS, readBy } from '../../classifiers/evaluation/measures/read.ts';
import { reliability } from '../../classifiers/evaluation/measures/reliability.ts';
import { RISK_LEVELS, type RiskLevel } from '../../classifiers/risk-classifier.ts';

export const aRow = (changes: Partial<CorpusRow> = {}): CorpusRow => ({
  lang: 'fr',
  level: 'none',
  signals: [],
  kind: 'statement',
  context: [],
  text: 'bonsoir à tous',
  file: '01',
  ...changes,
});

export const aRead = (has: RiskLevel, level: RiskLevel, row: Partial<CorpusRow> = {}): Read => ({
  row: aRow({ level: has, ...row }),
  level,
  signals: [],
});

/** A row that all parts read as this level, the model without a doubt. */
export function aJudgedRow(
  has: RiskLevel,
  level: RiskLevel,
  row: Partial<CorpusRow> = {},
): JudgedRow {
  const seen = { level, signals: [] };
  const sure = RISK_LEVELS.map((one) => [one, one === level ? 1 : 0]);
  return {
    row: aRow({ level: has, ...row }),
    parts: { lexicon: seen, model: seen, both: seen },
    probabilities: Object.fromEntries(sure) as JudgedRow['probabilities'],
  };
}

/** An evaluation over these rows, as all sets. */
export function anEvaluation(rows: readonly JudgedRow[], version = '1'): Evaluation {
  const set = (id: SetEvaluation['id']): SetEvaluation => ({
    id,
    rows: rows.length,
    parts: Object.fromEntries(
      PARTS.map((part) => [part, evaluatePart(readBy(part, rows))]),
    ) as unknown as SetEvaluation['parts'],
    reliability: reliability(rows),
  });
  return {
    schema: 'evaluation/1',
    model: {
      name: 'test',
      version,
      created: '2026-11-24',
      licence: 'MIT',
      provenance: 'made for a test',
      dtype: 'q8',
      thresholds: { distress: 0.5, passive: 0.4, active: 0.35, imminent: 0.4 },
      signalThreshold: 0.5,
      temperature: 1,
      window: { tokens: 256, overlap: 48 },
      bytes: 43_000_000,
    },
    lexicon: 'lexicon@7',
    sets: [set('test-split'), set('strangers'), set('in-context')],
    identity: evaluateIdentity([]),
    effort: { messages: rows.length, cpuSecondsPerThousand: 12, wattHoursPerThousand: 0.033 },
  };
}
