import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  breakdowns,
  missedByTwo,
} from '../../../../../classifiers/evaluation/measures/breakdown.ts';
import {
  confusion,
  levelShares,
} from '../../../../../classifiers/evaluation/measures/confusion.ts';
import {
  gatesOf,
  SHARE_GATES,
  shareOf,
} from '../../../../../classifiers/evaluation/measures/gates.ts';
import {
  languagesApart,
  languagesGate,
} from '../../../../../classifiers/evaluation/measures/languages-apart.ts';
import { quadraticKappa } from '../../../../../classifiers/evaluation/measures/quadratic-kappa.ts';
import { reliability } from '../../../../../classifiers/evaluation/measures/reliability.ts';
import { newcombe, wilson } from '../../../../../classifiers/evaluation/measures/share.ts';
import { signalShares } from '../../../../../classifiers/evaluation/measures/signal-shares.ts';
import { RISK_LEVELS } from '../../../../../classifiers/risk-classifier.ts';
import { aJudgedRow, aRead } from '../../../../support/evaluation-builders.ts';

const someLevel = fc.constantFrom(...RISK_LEVELS);
const someReads = fc.array(
  fc.tuple(someLevel, someLevel).map(([has, level]) => aRead(has, level)),
  { minLength: 1, maxLength: 60 },
);
const rounded = (value: number | null) => value && Number(value.toFixed(3));

describe('a share', () => {
  test('comes with Wilson’s interval', () => {
    const { share, low, high } = wilson(8, 10);
    expect([share, rounded(low), rounded(high)]).toEqual([0.8, 0.49, 0.943]);
    expect(wilson(0, 0)).toMatchObject({ share: null, low: 0, high: 1 });
  });

  test('lies in its interval, and the interval between nothing and everything', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.nat(500), (a, b) => {
        const { share, low, high } = wilson(Math.min(a, b), Math.max(a, b, 1));
        expect(low).toBeLessThanOrEqual(share ?? 0);
        expect(high).toBeGreaterThanOrEqual(share ?? 1);
        expect([low >= 0, high <= 1]).toEqual([true, true]);
      }),
    );
  });

  test('differs from another by Newcombe’s interval', () => {
    // The example of Newcombe's paper: 56/70 less 48/80 is 0.2, from 0.0524 to 0.3339.
    const { difference, low, high } = newcombe(wilson(56, 70), wilson(48, 80));
    expect([rounded(difference), rounded(low), rounded(high)]).toEqual([0.2, 0.052, 0.334]);
    expect(newcombe(wilson(0, 0), wilson(1, 2)).difference).toBeNull();
  });
});

describe('the gates', () => {
  test('count as found what is read at the floor or above', () => {
    const [imminent] = SHARE_GATES;
    if (!imminent) throw new Error('no gate');
    const reads = [
      aRead('imminent', 'active'),
      aRead('imminent', 'passive'),
      aRead('none', 'imminent'),
    ];
    expect(shareOf(imminent, reads)).toMatchObject({ hits: 1, of: 2 });
  });

  test('say nothing of what a set has no row for', () => {
    const gates = gatesOf([aRead('none', 'none')]);
    expect(gates.find(({ id }) => id === 'imminent-found')).toMatchObject({
      value: null,
      passed: null,
    });
    expect(gates.find(({ id }) => id === 'harmless-raised')).toMatchObject({ passed: true });
  });

  test('pass when everything is read as it is, and only then all at once', () => {
    const right = RISK_LEVELS.flatMap((level) => [
      aRead(level, level, { kind: 'euphemism' }),
      aRead(level, level, { kind: 'long' }),
      aRead(level, level, { kind: 'idiom' }),
    ]);
    expect(gatesOf(right).every(({ passed }) => passed)).toBe(true);
    const wrong = right.map((read) => ({ ...read, level: 'none' as const }));
    expect(gatesOf(wrong).filter(({ passed }) => !passed).length).toBeGreaterThan(5);
  });

  test('find French worse where it is', () => {
    const found = ['imminent', 'active', 'passive'] as const;
    const reads = found.flatMap((level) => [
      ...Array.from({ length: 9 }, () => aRead(level, level)),
      aRead(level, 'none'),
      ...Array.from({ length: 10 }, () => aRead(level, level, { lang: 'en' })),
    ]);
    const gate = languagesGate(languagesApart(reads));
    expect(gate).toMatchObject({ passed: false });
    expect(rounded(gate.value)).toBe(0.1);
    expect(languagesGate(languagesApart(reads.slice(0, 9))).passed).toBeNull();
  });
});

describe('the confusion', () => {
  test('puts every row into one cell', () => {
    fc.assert(
      fc.property(someReads, (reads) => {
        const table = confusion(reads);
        expect(table.flat().reduce((sum, count) => sum + count, 0)).toBe(reads.length);
        const hits = levelShares(table).reduce((sum, { recall }) => sum + recall.hits, 0);
        expect(hits).toBe(reads.filter(({ row, level }) => row.level === level).length);
      }),
    );
  });
});

describe('agreement', () => {
  test('knows agreement from chance and from the opposite', () => {
    expect(quadraticKappa(RISK_LEVELS.map((level) => aRead(level, level))).kappa).toBe(1);
    const upside = RISK_LEVELS.map((level, at) => aRead(level, RISK_LEVELS[4 - at] ?? 'none'));
    expect(quadraticKappa(upside).kappa).toBeLessThan(0);
    expect(quadraticKappa([]).kappa).toBeNull();
  });

  test('has an interval around it that is the same each time', () => {
    const reads = Array.from({ length: 40 }, (_, at) =>
      aRead(RISK_LEVELS[at % 5] ?? 'none', RISK_LEVELS[(at % 7) % 5] ?? 'none'),
    );
    const first = quadraticKappa(reads);
    expect(quadraticKappa(reads)).toEqual(first);
    expect(first.low).toBeLessThan(first.kappa ?? 0);
    expect(first.high).toBeGreaterThan(first.kappa ?? 0);
  });
});

describe('the model’s probabilities', () => {
  test('are without error when they are certain and right', () => {
    const rows = RISK_LEVELS.map((level) => aJudgedRow(level, level));
    expect(reliability(rows).map(({ error }) => error)).toEqual([0, 0, 0, 0]);
  });

  test('are wholly wrong when they are certain of the opposite', () => {
    expect(reliability([aJudgedRow('imminent', 'none')]).map(({ error }) => error)).toEqual([
      1, 1, 1, 1,
    ]);
  });

  test('put every row into one tenth of each level', () => {
    const rows = RISK_LEVELS.flatMap((has) => RISK_LEVELS.map((level) => aJudgedRow(has, level)));
    for (const { bins } of reliability(rows)) {
      expect(bins.reduce((sum, { was }) => sum + was.of, 0)).toBe(rows.length);
    }
  });
});

describe('the parts', () => {
  test('hold each row once, by language, length, kind and file', () => {
    const reads = [
      aRead('active', 'none', { lang: 'en', signals: ['plan', 'method'] }),
      aRead('none', 'active', { text: 'mot '.repeat(80).trim(), kind: 'long' }),
    ];
    const groups = Object.fromEntries(breakdowns(reads).map((one) => [one.by, one.groups]));
    const names = (by: string) => groups[by]?.map(({ name, rows }) => `${name} ${rows}`);
    expect(names('language')).toEqual(['English 1', 'French 1']);
    expect(names('length')).toEqual(['1 to 6 words 1', 'over 60 words 1']);
    expect(names('signal it is labelled with')).toEqual(['(none) 1', 'method 1', 'plan 1']);
    expect(groups.kind?.[0]).toMatchObject({ name: 'long', raised: { hits: 1, of: 1 } });
  });

  test('name the misses by two levels or more, the worst first', () => {
    const reads = [
      aRead('passive', 'none'),
      aRead('imminent', 'none'),
      aRead('imminent', 'active'),
      aRead('none', 'imminent'),
    ];
    expect(missedByTwo(reads).map(({ row }) => row.level)).toEqual(['imminent', 'passive']);
  });

  test('tell of each signal how often it is found, and how often it is right', () => {
    const reads = [
      { ...aRead('active', 'active', { signals: ['plan'] }), signals: ['plan'] },
      { ...aRead('active', 'active', { signals: ['plan'] }), signals: [] },
      { ...aRead('none', 'none'), signals: ['plan'] },
    ];
    expect(signalShares(reads)).toMatchObject([
      { signal: 'plan', recall: { hits: 1, of: 2 }, precision: { hits: 1, of: 2 } },
    ]);
  });
});
