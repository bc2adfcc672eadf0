import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { confusionSvg } from '../../../../../classifiers/evaluation/papers/confusion-svg.ts';
import { quoted } from '../../../../../classifiers/evaluation/papers/figures.ts';
import { writePapers } from '../../../../../classifiers/evaluation/papers/write-papers.ts';
import { generatedPart } from '../../../../../classifiers/paper/generated-part.ts';
import { RISK_LEVELS } from '../../../../../classifiers/risk-classifier.ts';
import { contrast } from '../../../../support/contrast.ts';
import { aJudgedRow, anEvaluation } from '../../../../support/evaluation-builders.ts';

const CARDS = join('docs', 'model');
const ROWS = [
  ...RISK_LEVELS.map((level) => aJudgedRow(level, level)),
  aJudgedRow('imminent', 'none', { text: 'a | b *c* <d>', kind: 'euphemism' }),
];

describe('the papers', () => {
  let folder = '';
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const write = () => {
    folder = mkdtempSync(join(tmpdir(), 'papers-'));
    writePapers(anEvaluation(ROWS), folder, CARDS);
    return (name: string) => readFileSync(join(folder, name), 'utf8');
  };

  test('are a report, its data, nine pictures and a card in each language', () => {
    write();
    expect(readdirSync(folder).sort()).toEqual([
      'confusion-in-context-both.svg',
      'confusion-in-context-lexicon.svg',
      'confusion-in-context-model.svg',
      'confusion-strangers-both.svg',
      'confusion-strangers-lexicon.svg',
      'confusion-strangers-model.svg',
      'confusion-test-split-both.svg',
      'confusion-test-split-lexicon.svg',
      'confusion-test-split-model.svg',
      'evaluation.json',
      'evaluation.md',
      'model-card.fr.md',
      'model-card.md',
    ]);
  });

  test('say that no clinician labelled anything, before any figure', () => {
    const read = write();
    const [before] = read('evaluation.md').split('\n## ');
    expect(before).toContain('No clinician has labelled a row');
    expect(read('model-card.md')).toContain('No clinician');
    expect(read('model-card.fr.md')).toContain(
      'Aucune étiquette n’a été posée par une personne formée à la clinique',
    );
  });

  test('hold each gate with its verdict, and each bad miss with its words', () => {
    const report = write()('evaluation.md');
    expect(report).toContain('| imminent found (read active or above) | ≥ 0.97 | 0.500');
    expect(report).toMatch(/0\.500 \(0\.095–0\.905\), 1\/2 ✗/);
    expect(report).toContain('a \\| b \\*c\\* \\<d\\>');
  });

  test('tell every picture that the report shows, and no other', () => {
    const read = write();
    const shown = [...read('evaluation.md').matchAll(/\]\((confusion-[^)]+)\)/g)].map(
      ([, name]) => name,
    );
    expect(shown.sort()).toEqual(readdirSync(folder).filter((name) => name.endsWith('.svg')));
  });

  test('fill the cards and leave what people wrote as it is', () => {
    const read = write();
    for (const card of ['model-card.md', 'model-card.fr.md']) {
      const written = read(card);
      const before = readFileSync(join(CARDS, card), 'utf8');
      expect(generatedPart(written, 'figures')).toContain('test@1');
      expect(written.split('<!-- made by')[0]).toBe(before.split('<!-- made by')[0]);
      expect(written.split('<!-- end of')[1]).toBe(before.split('<!-- end of')[1]);
    }
  });

  test('write French figures as French does', () => {
    expect(write()('model-card.fr.md')).toContain('0,500 (0,095–0,905)');
  });
});

describe('a message in a table', () => {
  test('never breaks it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(quoted(text)).not.toMatch(/(?<!\\)[|<>]|\n/);
      }),
    );
  });
});

describe('a confusion matrix as a picture', () => {
  const table = [
    [40, 10, 0, 0, 0],
    [5, 30, 5, 0, 0],
    [0, 3, 0, 3, 0],
    [0, 0, 0, 25, 25],
    [0, 0, 0, 0, 0],
  ];

  test('has a title, says the whole table in words, and writes every count', () => {
    const svg = confusionSvg('Both <together>', table);
    expect(svg).toContain('role="img" aria-labelledby="title description"');
    expect(svg).toContain('<title id="title">Both &lt;together></title>');
    expect(svg).toContain('Of 50 rows at level active, read: 0 as none, 0 as distress');
    expect(svg.match(/class="count"/g)).toHaveLength(25);
  });

  test('can be read in every shade', () => {
    for (let count = 0; count <= 100; count++) {
      const svg = confusionSvg('x', [[count, 100 - count, 0, 0, 0], ...table.slice(1)]);
      const [, light, fill = ''] = /<g( class="light")?><rect [^>]*fill="(#\w+)"/.exec(svg) ?? [];
      expect(contrast(fill, light ? '#fbf7f0' : '#1e2430')).toBeGreaterThanOrEqual(4.5);
    }
  });
});
