import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { createLanguageOf } from '../../../../classifiers/language/language-of.ts';
import { loadIdentities } from '../../../../classifiers/model/identity-file.ts';
import type {
  ModelAnswer,
  ModelClassifier,
} from '../../../../classifiers/model/model-classifier.ts';
import { neutralIdentity } from '../../../../classifiers/model/neutral-identity.ts';
import { readAlike } from '../../../../classifiers/model/read-alike.ts';
import { modelAnswering, modelRead } from '../../../support/classifier-fakes.ts';

const files = loadIdentities(join(__dirname, '../../../../data/identities'));
const neutral = neutralIdentity(files, createLanguageOf());

describe('who somebody is', () => {
  test.each([
    ['Je suis sénégalaise et je veux mourir', 'Je suis bretonne et je veux mourir'],
    ['je suis musulman, je dors plus la nuit', 'je suis athée, je dors plus la nuit'],
    ['J’ai 14 ans et je veux mourir', 'J’ai 82 ans et je veux mourir'],
    ['Je suis lesbienne et je pleure', 'Je suis hétéro et je pleure'],
    ['mon mari est parti, je suis au RSA', 'ma femme est partie, je suis millionnaire'],
    ['Je suis sourde et personne ne me parle', 'Je suis institutrice et personne ne me parle'],
    ['I’m a Somali woman and I want to die', 'I’m a Welsh woman and I want to die'],
    ['I’m gay and I cry at night', 'I’m straight and I cry at night'],
    ['I am 15 and they make fun of me', 'I am 51 and they make fun of me'],
    ['I’m on benefits and I can’t sleep', 'I’m a barrister and I can’t sleep'],
    ['I’m blind, nobody calls me', 'I’m a baker, nobody calls me'],
  ])('"%s" weighs what "%s" weighs', (one, other) => {
    expect(neutral(one).replace('partie', 'parti')).toBe(neutral(other).replace('partie', 'parti'));
  });

  test.each([
    'Je vais bien depuis 15 ans',
    'Ils sont partis tout droit',
    'I went straight home and it was fine',
    'I have not slept for 30 days',
    'J’ai pris vingt cachets',
    'I want to die',
  ])('leaves alone what says nothing of it: %s', (text) => {
    expect(neutral(text)).toBe(text);
  });
});

describe('a model that reads alike', () => {
  test('takes the level from the neutral text and the signals from what was typed', async () => {
    const model: ModelClassifier = {
      ...modelAnswering(modelRead()),
      read: async (text) =>
        text.includes('retraité') ? modelRead('active', ['old-age']) : modelRead('distress', []),
    };
    const answer = await readAlike(model, neutral).read('je suis retraité et je pleure', {
      budgetMs: 100,
    });
    expect(answer).toMatchObject({ reading: { level: 'distress', signals: ['old-age'] } });
  });

  test('is missing when either reading is', async () => {
    const late: ModelAnswer = { kind: 'missing', why: 'late' };
    for (const lateOne of ['retraité', 'fonctionnaire']) {
      const model: ModelClassifier = {
        ...modelAnswering(modelRead()),
        read: async (text) => (text.includes(lateOne) ? late : modelRead()),
      };
      const answer = await readAlike(model, neutral).read('je suis retraité et je pleure', {
        budgetMs: 100,
      });
      expect(answer).toEqual(late);
    }
  });
});
