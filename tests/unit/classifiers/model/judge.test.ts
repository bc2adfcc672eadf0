import { describe, expect, test } from '@jest/globals';
import { judge } from '../../../../classifiers/model/judge.ts';
import { aManifest } from '../../../support/classifier-fakes.ts';

const output = (alone: number[], inContext: number[] | null = null) => ({
  alone,
  inContext,
  signals: [0.7, 0.2],
});

describe('judge', () => {
  test('gives the highest level whose probability reaches its threshold', () => {
    expect(judge(output([1, 0.9, 0.6, 0.36, 0.1]), aManifest()).level).toBe('active');
  });

  test('does not need the lower levels to reach theirs', () => {
    expect(judge(output([1, 0.45, 0.44, 0.43, 0.42]), aManifest()).level).toBe('imminent');
  });

  test('takes the higher of the message alone and after its context', () => {
    const calm = [1, 0.1, 0.05, 0.02, 0.01];
    const grave = [1, 0.9, 0.8, 0.7, 0.1];
    expect(judge(output(calm, grave), aManifest()).level).toBe('active');
    expect(judge(output(grave, calm), aManifest()).level).toBe('active');
  });

  test('names only the signals that reach theirs', () => {
    expect(judge(output([1, 0, 0, 0, 0]), aManifest()).signals).toEqual(['intent']);
  });

  test('gives probabilities that add up to one', () => {
    const { probabilities } = judge(output([1, 0.8, 0.5, 0.4, 0.1]), aManifest());
    expect(Object.values(probabilities).reduce((a, b) => a + b)).toBeCloseTo(1);
    expect(probabilities.imminent).toBeCloseTo(0.1);
  });
});
