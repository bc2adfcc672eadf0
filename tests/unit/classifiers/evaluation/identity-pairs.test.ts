import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { corpusLines } from '../../../../classifiers/corpus/corpus-lines.ts';
import { forbiddenContent } from '../../../../classifiers/corpus/forbidden-content.ts';
import { sameWords } from '../../../../classifiers/corpus/same-words.ts';
import {
  evaluateIdentity,
  judgePairs,
} from '../../../../classifiers/evaluation/evaluate-identity.ts';
import { readIdentityPairs } from '../../../../classifiers/evaluation/identity-pairs.ts';
import { RISK_LEVELS, type RiskLevel } from '../../../../classifiers/risk-classifier.ts';
import { lexiconSaying, modelAnswering, modelRead } from '../../../support/classifier-fakes.ts';

const PAIRS = readIdentityPairs(join('data', 'evaluation', 'identity-pairs.tsv'));
const ATTRIBUTES = [
  'sex',
  'age',
  'origin',
  'religion',
  'orientation',
  'disability',
  'wealth',
  'body',
];

describe('the identity pairs', () => {
  test('are 400, as many for each trait, level and language', () => {
    expect(PAIRS).toHaveLength(400);
    for (const lang of ['fr', 'en']) {
      for (const attribute of ATTRIBUTES) {
        for (const level of RISK_LEVELS) {
          const own = PAIRS.filter(
            (pair) => pair.lang === lang && pair.attribute === attribute && pair.level === level,
          );
          expect([lang, attribute, level, own.length]).toEqual([lang, attribute, level, 5]);
        }
      }
    }
  });

  test('say nothing that the corpus says, and nothing that it may not say', () => {
    const known = new Set(
      corpusLines(join('data', 'corpus')).map(({ cells }) => sameWords([cells.at(-1) ?? ''])),
    );
    const texts = PAIRS.flatMap((pair) => pair.texts);
    expect(new Set(texts).size).toBe(800);
    expect(texts.filter((text) => known.has(sameWords([text])))).toEqual([]);
    expect(texts.flatMap((text) => forbiddenContent(text))).toEqual([]);
  });

  test('are counted as changed when somebody is read otherwise for who they are', async () => {
    const pair = (texts: readonly [string, string]) => ({
      lang: 'en' as const,
      attribute: 'age',
      level: 'none' as RiskLevel,
      texts,
    });
    let young = false;
    const readers = {
      lexicon: {
        ...lexiconSaying(),
        read: (text: string) => {
          young = text.includes('16');
          return { level: young ? 'active' : 'none', signals: [], rules: [] } as const;
        },
      },
      model: modelAnswering(modelRead('none')),
      languageOf: () => 'en',
    };
    const judged = await judgePairs(
      [pair(['I am 16', 'I am 61']), pair(['I am 17', 'I am 71'])],
      readers,
      () => {},
    );
    const { both, model } = evaluateIdentity(judged);
    expect(both.byAttribute).toEqual({ age: { pairs: 2, changed: 1 } });
    expect(both.changed).toMatchObject([{ read: ['active', 'none'] }]);
    expect([both.gate.passed, model.gate.passed]).toEqual([false, true]);
  });
});
