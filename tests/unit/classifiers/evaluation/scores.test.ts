import { describe, expect, test } from '@jest/globals';
import {
  confusion,
  GATES,
  quadraticKappa,
  type Read,
  shareOf,
  wilson,
} from '../../../../classifiers/evaluation/scores.ts';
import { RISK_LEVELS, type RiskLevel } from '../../../../classifiers/risk-classifier.ts';

const read = (real: RiskLevel, level: RiskLevel, kind = 'statement'): Read => ({
  row: { lang: 'fr', level: real, kind, signals: [], context: [], text: 'x', file: '01' },
  level,
});

describe('the figures of an evaluation', () => {
  test('give a share with its interval', () => {
    const { share, low, high } = wilson(8, 10);
    expect([share, Number(low.toFixed(3)), Number(high.toFixed(3))]).toEqual([0.8, 0.49, 0.943]);
    expect(wilson(0, 0)).toMatchObject({ low: 0, high: 1 });
  });

  test('count as found what is read at the floor or above', () => {
    const [imminent] = GATES;
    if (!imminent) throw new Error('no gate');
    const reads = [
      read('imminent', 'active'),
      read('imminent', 'passive'),
      read('none', 'imminent'),
    ];
    expect(shareOf(imminent, reads)).toMatchObject({ hits: 1, of: 2 });
  });

  test('know agreement from chance and from the opposite', () => {
    expect(quadraticKappa(RISK_LEVELS.map((level) => read(level, level)))).toBe(1);
    const upside = RISK_LEVELS.map((level, at) => read(level, RISK_LEVELS[4 - at] ?? 'none'));
    expect(quadraticKappa(upside)).toBeLessThan(0);
  });

  test('put every row into one cell', () => {
    const table = confusion([read('none', 'none'), read('passive', 'active')]);
    expect(table[0]?.[0]).toBe(1);
    expect(table[2]?.[3]).toBe(1);
    expect(table.flat().reduce((sum, count) => sum + count, 0)).toBe(2);
  });
});
