import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createRiskClassifier } from '../../../classifiers/combine.ts';
import type { Lexicon } from '../../../classifiers/lexicon/lexicon.ts';
import type { ModelClassifier } from '../../../classifiers/model/model-classifier.ts';
import { atLeast, RISK_LEVELS, type RiskLevel } from '../../../classifiers/risk-classifier.ts';
import { lexiconSaying, modelAnswering, modelRead } from '../../support/classifier-fakes.ts';

const OPTIONS = { locale: 'fr', budgetMs: 1000 };
const classifier = (lexicon: Lexicon, model: ModelClassifier | null) =>
  createRiskClassifier({ lexicon, model, languageOf: () => 'fr' });

describe('lexicon and model together', () => {
  test('the highest level wins, whoever sees it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...RISK_LEVELS),
        fc.constantFrom(...RISK_LEVELS),
        async (seen, read) => {
          const { level } = await classifier(
            lexiconSaying({ level: seen }),
            modelAnswering(modelRead(read)),
          ).assess('…', OPTIONS);
          expect(atLeast(level, seen) && atLeast(level, read)).toBe(true);
          expect([seen, read]).toContain(level);
        },
      ),
    );
  });

  describe('an alarm of the lexicon, where the model is sure that there is no danger', () => {
    const sure = modelAnswering(
      modelRead('none', [], {
        none: 0.9,
        distress: 0.05,
        passive: 0.02,
        active: 0.02,
        imminent: 0.01,
      }),
    );
    const level = async (seen: RiskLevel, text = '…', model: ModelClassifier | null = sure) =>
      (await classifier(lexiconSaying({ level: seen }), model).assess(text, OPTIONS)).level;

    test.each(['active', 'imminent'] as const)(
      '%s: still asks, and a person looks',
      async (seen) => {
        expect(await level(seen)).toBe('passive');
      },
    );

    test('a wish to be dead counts in full', async () => {
      expect(await level('passive')).toBe('passive');
    });

    test('a word of hardship makes no distress where the model sees none', async () => {
      const merry = { none: 0.95, distress: 0.03, passive: 0.01, active: 0.005, imminent: 0.005 };
      expect(await level('distress', '…', modelAnswering(modelRead('none', [], merry)))).toBe(
        'none',
      );
      expect(await level('distress')).toBe('distress');
    });

    test('counts in full where the letters stand apart, which no model reads', async () => {
      expect(await level('active', 'je pense au s u i c i d e')).toBe('active');
    });

    test('counts in full where the model is missing or late', async () => {
      expect(await level('imminent', '…', null)).toBe('imminent');
      const late = modelAnswering({ kind: 'missing', why: 'late' });
      expect(await level('imminent', '…', late)).toBe('imminent');
    });
  });

  test('signals of both come sorted, each once, and both are named', async () => {
    const both = classifier(
      lexiconSaying({ signals: ['method', 'intent'] }),
      modelAnswering(modelRead('none', ['burden', 'intent'])),
    );
    expect(await both.assess('…', OPTIONS)).toEqual({
      level: 'none',
      signals: ['burden', 'intent', 'method'],
      language: 'fr',
      completeness: 'full',
      assessor: 'lexicon@7+test@1',
    });
  });

  test.each(['late', 'overloaded', 'unavailable'] as const)(
    'a model that is %s leaves the lexicon’s level, degraded',
    async (why) => {
      const alone = classifier(
        lexiconSaying({ level: 'active' }),
        modelAnswering({ kind: 'missing', why }),
      );
      expect(await alone.assess('…', OPTIONS)).toMatchObject({
        level: 'active',
        completeness: 'degraded',
        assessor: 'lexicon@7',
      });
    },
  );

  test.each([
    ['Hilfe, ich kann nicht mehr', 'de', 'active'],
    ['مرحبا كيف حالك', 'ar', 'passive'],
  ])('a language that is not read is never harmless: %s', async (text, language, level) => {
    const both = createRiskClassifier({
      lexicon: lexiconSaying(),
      model: modelAnswering(modelRead('active', ['intent'])),
      languageOf: () => language,
    });
    const seen = await both.assess(text, OPTIONS);
    expect(seen).toMatchObject({ level, language });
    expect(seen.signals).toContain('language-unsupported');
    // The model's reading counts where it knows the letters.
    expect(seen.signals.includes('intent')).toBe(level === 'active');
  });

  test('without any model every assessment is degraded and health says so', async () => {
    const alone = classifier(lexiconSaying(), null);
    expect(await alone.assess('…', OPTIONS)).toMatchObject({ completeness: 'degraded' });
    expect(alone.health().state).toBe('unavailable');
  });

  test('a model that throws is a model that is missing', async () => {
    const broken = modelAnswering(() => Promise.reject(new Error('boom')));
    expect(await classifier(lexiconSaying(), broken).assess('…', OPTIONS)).toMatchObject({
      completeness: 'degraded',
    });
  });

  test('a lexicon that throws leaves the model’s level, degraded', async () => {
    const broken: Lexicon = {
      name: 'lexicon@7',
      read: () => {
        throw new Error('boom');
      },
    };
    const rest = classifier(broken, modelAnswering(modelRead('passive')));
    expect(await rest.assess('…', OPTIONS)).toMatchObject({
      level: 'passive',
      completeness: 'degraded',
      assessor: 'test@1',
    });
    expect(rest.glance('…')).toBe('none');
  });

  test('the model is told when the lexicon is alarmed, and what was said before', async () => {
    const asked: unknown[] = [];
    const model: ModelClassifier = {
      ...modelAnswering(modelRead()),
      read: async (_, options) => {
        asked.push(options);
        return modelRead();
      },
    };
    const context = [{ speaker: 'bot' as const, text: 'Ça va ?' }];
    await classifier(lexiconSaying({ level: 'passive' }), model).assess('…', {
      ...OPTIONS,
      context,
    });
    expect(asked).toMatchObject([{ alarmed: true, context }]);
  });

  test.each([
    ['empty', ''],
    ['too long', 'x'.repeat(4001)],
  ])('refuses a text that is %s: the caller’s mistake', async (_, text) => {
    await expect(classifier(lexiconSaying(), null).assess(text, OPTIONS)).rejects.toThrow(
      RangeError,
    );
  });
});
