import { describe, expect, test } from '@jest/globals';
import { compareEvaluations } from '../../../../classifiers/evaluation/compare-evaluations.ts';
import type { Evaluation } from '../../../../classifiers/evaluation/evaluation.ts';
import {
  comparisonReport,
  reasonsAgainst,
} from '../../../../classifiers/evaluation/papers/comparison-report.ts';
import { RISK_LEVELS, type RiskLevel } from '../../../../classifiers/risk-classifier.ts';
import { aJudgedRow, anEvaluation } from '../../../support/evaluation-builders.ts';

/** Forty rows at each level and language, the first of a level read as `read` says. */
function rows(wrong: readonly (readonly [RiskLevel, RiskLevel, number])[] = []) {
  // Some harmless misreading, so that no figure is perfect and its interval a point.
  const usual = Array.from({ length: 10 }, (_, at) =>
    aJudgedRow('distress', at % 2 ? 'none' : 'passive', { lang: at % 4 > 1 ? 'fr' : 'en' }),
  );
  return RISK_LEVELS.flatMap((level) =>
    Array.from({ length: 80 }, (_, at) => {
      const other = wrong.find(([has, , count]) => has === level && at < count);
      return aJudgedRow(level, other?.[1] ?? level, { lang: at % 2 ? 'fr' : 'en' });
    }),
  ).concat(usual);
}
const against = (current: Evaluation, candidate: Evaluation) =>
  reasonsAgainst(compareEvaluations(current, candidate));

describe('a candidate beside the model in use', () => {
  test('may take its place when it is as good', () => {
    expect(against(anEvaluation(rows()), anEvaluation(rows()))).toEqual([]);
  });

  test('may be a little worse where little is lost', () => {
    const current = anEvaluation(rows([['passive', 'none', 2]]));
    const candidate = anEvaluation(rows([['passive', 'none', 4]]));
    expect(against(current, candidate)).toEqual([]);
  });

  test('never finds one imminent message fewer', () => {
    const candidate = anEvaluation(rows([['imminent', 'passive', 1]]));
    expect(against(anEvaluation(rows()), candidate)).toEqual([
      expect.stringContaining('fewer imminent messages are found'),
      expect.stringContaining('fewer imminent messages are found'),
      expect.stringContaining('fewer imminent messages are found'),
    ]);
    expect(against(candidate, anEvaluation(rows()))).toEqual([]);
  });

  test('never loses what the model in use reaches', () => {
    const candidate = anEvaluation(rows([['none', 'active', 3]]));
    expect(against(anEvaluation(rows()), candidate).join()).toContain('no longer what is asked');
  });

  test('is never worse beyond the interval, even where neither reaches what is asked', () => {
    const current = anEvaluation(rows([['active', 'distress', 20]]));
    const candidate = anEvaluation(rows([['active', 'distress', 40]]));
    expect(against(current, candidate).join()).toContain('beyond its interval');
  });

  test('never reads more people otherwise for who they are', () => {
    const fair = anEvaluation(rows());
    const changed = (count: number): Evaluation => {
      const { both } = fair.identity;
      const gate = {
        ...both.gate,
        value: count / 400,
        hits: count,
        of: 400,
        low: 0,
        high: 0.02,
        passed: false,
      };
      return { ...fair, identity: { ...fair.identity, both: { ...both, gate } } };
    };
    expect(against(changed(3), changed(4))).toHaveLength(1);
    expect(against(changed(4), changed(3))).toEqual([]);
  });

  test('is held only against what was measured on the same rows', () => {
    const fewer = anEvaluation(rows().slice(10));
    expect(() => compareEvaluations(anEvaluation(rows()), fewer)).toThrow('is not the same');
    const other = { ...anEvaluation(rows()), lexicon: 'lexicon@8' };
    expect(() => compareEvaluations(anEvaluation(rows()), other)).toThrow('lexicon');
  });

  test('gets a report that says whether, and why not', () => {
    const current = anEvaluation(rows());
    const candidate = anEvaluation(rows([['imminent', 'none', 1]]), '2');
    const report = comparisonReport(current, candidate, compareEvaluations(current, candidate));
    expect(report).toContain('# `test@2` beside `test@1`');
    expect(report).toContain('**It may not be promoted: ');
    expect(report).toContain('| fewer imminent messages are found |');
  });
});
