import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { explainLevel } from '../../../../classifiers/explain/explain-level.ts';
import { segmentsOf, without } from '../../../../classifiers/explain/segments.ts';
import type { Lexicon } from '../../../../classifiers/lexicon/lexicon.ts';
import type { ModelClassifier } from '../../../../classifiers/model/model-classifier.ts';
import { modelAnswering, modelRead } from '../../../support/classifier-fakes.ts';

const lexicon = (word?: RegExp): Lexicon => ({
  name: 'lexicon@7',
  read: (text) =>
    word?.test(text)
      ? { level: 'active', signals: [], rules: ['goes-away'] }
      : { level: 'none', signals: [], rules: [] },
});
/** Sees danger where the word stands, and nothing anywhere else. */
const model = (word: RegExp): ModelClassifier => ({
  ...modelAnswering(modelRead()),
  read: async (text) => {
    const sees = word.test(text);
    const rest = sees ? 0.02 : 0.98;
    const probabilities = { none: rest, distress: 0, passive: 0, active: 1 - rest, imminent: 0 };
    const level = sees ? 'active' : 'none';
    return { kind: 'read', model: 'test@1', reading: { level, signals: [], probabilities } };
  },
});
const said = (text: string, spans: readonly { offset: number; length: number }[]) =>
  spans.map(({ offset, length }) => text.slice(offset, offset + length));

describe('which words moved the level', () => {
  test('those without which the model sees nothing', async () => {
    const text = 'demain il fait beau et je me tue sans rien dire';
    const { spans, complete } = await explainLevel(
      { lexicon: lexicon(), model: model(/tue/) },
      text,
      { budgetMs: 1000 },
    );
    expect(said(text, spans).join()).toContain('tue');
    expect(said(text, spans).join().length).toBeLessThan(text.length / 2);
    expect(spans[0]?.rank).toBe(1);
    expect(complete).toBe(true);
  });

  test('those on which a rule fires, without any model; and it says that something was missing', async () => {
    const text = 'Bonsoir. Je vais partir pour toujours, voilà.';
    const explained = await explainLevel({ lexicon: lexicon(/toujours/), model: null }, text, {
      budgetMs: 1000,
    });
    expect(said(text, explained.spans).join()).toContain('toujours');
    expect(explained).toMatchObject({ rules: ['goes-away'], complete: false });
  });

  test('in a long message, the phrase that is so by itself', async () => {
    const text = `${'je travaille à la poste et il pleut souvent ici. '.repeat(12)}Ce soir je me tue. ${'le chat dort sur le lit de ma fille. '.repeat(12)}`;
    const { spans } = await explainLevel({ lexicon: lexicon(), model: model(/tue/) }, text, {
      budgetMs: 1000,
    });
    expect(said(text, spans)).toHaveLength(1);
    expect(said(text, spans)[0]).toContain('tue');
    expect(said(text, spans)[0]?.length).toBeLessThan(80);
  });

  test('what is said twice is found all the same', async () => {
    const text = 'je me tue, oui je me tue';
    const { spans } = await explainLevel({ lexicon: lexicon(), model: model(/tue/) }, text, {
      budgetMs: 1000,
    });
    expect(said(text, spans).join()).toContain('tue');
  });

  test('nothing where nothing was seen', async () => {
    const { spans, rules } = await explainLevel(
      { lexicon: lexicon(), model: model(/tue/) },
      'il fait beau',
      { budgetMs: 1000 },
    );
    expect([spans, rules]).toEqual([[], []]);
  });

  test('a model that is late or gone leaves the rules, within the time', async () => {
    const slow: ModelClassifier = {
      ...modelAnswering(modelRead()),
      read: (_text, { budgetMs }) =>
        new Promise((resolve) =>
          setTimeout(() => resolve({ kind: 'missing', why: 'late' }), budgetMs),
        ),
    };
    const started = performance.now();
    const explained = await explainLevel(
      { lexicon: lexicon(/toujours/), model: slow },
      'partir pour toujours',
      { budgetMs: 100 },
    );
    expect(performance.now() - started).toBeLessThan(400);
    expect(explained).toMatchObject({ rules: ['goes-away'], complete: false });
    expect(explained.spans.length).toBeGreaterThan(0);
  });
});

describe('phrases of a text', () => {
  test('cover every word once, in order, and nothing else', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.integer({ min: 1, max: 9 }),
        (text, words) => {
          const segments = segmentsOf(text, words);
          const joined = segments.map(({ offset, length }) => text.slice(offset, offset + length));
          expect(joined.join(' ').match(/\S+/gu) ?? []).toEqual(text.match(/\S+/gu) ?? []);
          for (const segment of segments) {
            expect(without(text, segment).length).toBeLessThan(Math.max(1, text.length));
          }
        },
      ),
    );
  });
});
