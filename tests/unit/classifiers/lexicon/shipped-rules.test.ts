import { describe, expect, test } from '@jest/globals';
import { exampleTurns } from '../../../../classifiers/lexicon/compile-rules.ts';
import { atLeast } from '../../../../classifiers/risk-classifier.ts';
import { shippedLexicon, shippedRuleFile } from '../../../support/classifier-lexicon.ts';

const lexicon = shippedLexicon();
const read = (example: string) => {
  const { text, context } = exampleTurns(example);
  return lexicon.read(text, context);
};

describe.each(['fr', 'en'] as const)('the shipped %s rules', (language) => {
  const file = shippedRuleFile(language);

  test.each(file.rules.flatMap(({ id, fires }) => fires.map((text) => [id, text])))(
    '%s fires on: %s',
    (id, text) => {
      expect(read(text).rules).toContain(id);
    },
  );

  test.each(file.rules.flatMap(({ id, spares }) => spares.map((text) => [id, text])))(
    '%s spares: %s',
    (id, text) => {
      expect(read(text).rules).not.toContain(id);
    },
  );

  test.each(file.idioms.map(({ spares }) => spares))('an idiom stays below passive: %s', (text) => {
    expect(atLeast(read(text).level, 'passive')).toBe(false);
  });

  test('covers every level of danger', () => {
    const levels = new Set(file.rules.map(({ level }) => level));
    expect([...levels].sort()).toEqual(['active', 'distress', 'imminent', 'passive']);
  });
});
