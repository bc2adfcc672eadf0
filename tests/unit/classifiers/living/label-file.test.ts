import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { acceptedLabels } from '../../../../classifiers/living/accepted-labels.ts';
import { holdOut } from '../../../../classifiers/living/hold-out.ts';
import type { Label } from '../../../../classifiers/living/label.ts';
import {
  LABEL_COLUMNS,
  labelFile,
  readLabelFile,
} from '../../../../classifiers/living/label-file.ts';
import { RISK_LEVELS } from '../../../../classifiers/risk-classifier.ts';
import { aLabel } from '../../../support/labels.ts';

const words = fc
  .array(fc.constantFrom('je', 'suis', '=1+1', '-', '@nom', '«', 'là', "l'eau", '[name]', '+33'), {
    minLength: 1,
    maxLength: 6,
  })
  .map((list) => list.join(' '));
const someLabel: fc.Arbitrary<Label> = fc.record({
  keep: fc.constantFrom(true, false, null),
  level: fc.constantFrom(...RISK_LEVELS),
  signals: fc.constantFrom(null, [], ['plan'], ['plan', 'method']),
  lang: fc.constantFrom('fr', 'en'),
  text: words,
  context: fc.array(
    fc.record({ speaker: fc.constantFrom('bot' as const, 'person' as const), text: words }),
    { maxLength: 3 },
  ),
  reason: fc.oneof(words, fc.constant('')),
  read: fc.constantFrom(...RISK_LEVELS),
  source: fc.constant('level-lowered' as const),
  assessor: fc.constant('lexicon@1+test@1'),
  month: fc.constant('2026-11'),
  conversation: fc.constantFrom('a1', 'b2'),
  id: fc.constantFrom('x1', 'x2', 'x3'),
});

describe('a label file', () => {
  test('gives back what was written', () => {
    fc.assert(
      fc.property(fc.array(someLabel, { maxLength: 5 }), (labels) => {
        expect(readLabelFile('l.tsv', labelFile(labels))).toEqual(labels);
      }),
    );
  });

  test('holds nothing that a spreadsheet would compute', () => {
    fc.assert(
      fc.property(someLabel, (label) => {
        const [, line = ''] = labelFile([label]).split('\n');
        expect(line.split('\t').filter((cell) => /^[=+@-]./.test(cell))).toEqual([]);
      }),
    );
  });

  test('comes back from a spreadsheet with its marks, windows endings and mark of order', () => {
    const written = labelFile([aLabel({ keep: null })]).replace('\n\tdistress', '\nOui\tnone');
    const [label] = readLabelFile('l.tsv', `\uFEFF${written.replaceAll('\n', '\r\n')}`);
    expect(label).toMatchObject({ keep: true, level: 'none' });
  });

  test.each([
    ['keep\tlevel\n', /l\.tsv is no label file/],
    [labelFile([aLabel()]).replace('yes', 'maybe'), /l\.tsv:2 keep must be yes, no, or empty/],
    [labelFile([aLabel()]).replace('\tdistress', '\tsad'), /l\.tsv:2 level must be one of none/],
    [
      labelFile([aLabel()]).replace('je suis mort de fatigue ce soir', ''),
      /l\.tsv:2 text is empty/,
    ],
  ])('is refused by line and column: %#', (content, message) => {
    expect(() => readLabelFile('l.tsv', content)).toThrow(message);
  });

  test('names its columns', () => {
    expect(labelFile([])).toBe(`${LABEL_COLUMNS.join('\t')}\n`);
  });
});

describe('labels of several files', () => {
  test('count once, and only those that somebody went through and kept', () => {
    const one = aLabel({ id: 'a' });
    const files = [
      [one, aLabel({ id: 'b', keep: null }), aLabel({ id: 'c', keep: false })],
      [aLabel({ id: 'b' }), aLabel({ id: 'd', keep: null }), one],
    ];
    const { labels, waiting } = acceptedLabels(files);
    expect([labels.map(({ id }) => id), waiting]).toEqual([['a', 'b'], 1]);
  });

  test('are refused when people kept one at two levels', () => {
    const files = [[aLabel({ level: 'none' })], [aLabel({ level: 'passive' })]];
    expect(() => acceptedLabels(files)).toThrow('label l1 is kept as none and as passive');
  });

  test('are kept apart by whole conversations, the same ones for the same seed', () => {
    const labels = Array.from({ length: 40 }, (_, at) =>
      aLabel({ id: `l${at}`, conversation: `c${at % 20}` }),
    );
    fc.assert(
      fc.property(fc.nat(1000), (seed) => {
        const { learnt, apart } = holdOut(labels, seed);
        expect(holdOut(labels, seed)).toEqual({ learnt, apart });
        expect([learnt.length, apart.length]).toEqual([32, 8]);
        const known = new Set(learnt.map(({ conversation }) => conversation));
        expect(apart.some(({ conversation }) => known.has(conversation))).toBe(false);
      }),
    );
  });

  test('are all learnt while there are few', () => {
    expect(holdOut([aLabel()], 1)).toMatchObject({ apart: [] });
  });
});
