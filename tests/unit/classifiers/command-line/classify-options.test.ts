import { describe, expect, test } from '@jest/globals';
import { classifyOptions } from '../../../../classifiers/command-line/classify-options.ts';

describe('the arguments of classify', () => {
  test('are all optional', () => {
    expect(classifyOptions([])).toEqual({
      file: null,
      format: 'jsonl',
      context: 'none',
      scores: false,
    });
  });

  test('take the format from the file’s name unless told', () => {
    expect(classifyOptions(['--in', 'a.tsv']).format).toBe('tsv');
    expect(classifyOptions(['--in', 'a.tsv', '--format', 'jsonl']).format).toBe('jsonl');
  });

  test.each([
    [['--format', 'csv'], /--format is "csv"; it must be jsonl or tsv/],
    [['--context', 'all'], /--context is "all"/],
    [['--colour'], /colour/],
    [['file.jsonl'], /file\.jsonl/],
  ])('%j is refused by name', (args, message) => {
    expect(() => classifyOptions(args)).toThrow(message);
  });
});
