import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { createRiskClassifier } from '../../../classifiers/combine.ts';
import { createLanguageOf } from '../../../classifiers/language/language-of.ts';
import { loadLexicon } from '../../../classifiers/lexicon/load-lexicon.ts';
import { createModelClassifier } from '../../../classifiers/model/model-classifier.ts';
import { RISK_LEVELS, type RiskAssessment } from '../../../classifiers/risk-classifier.ts';
import { triage } from '../../../server/domain/triage.ts';
import { fakeWorkers, lexiconSaying } from '../../support/classifier-fakes.ts';

const lexicon = loadLexicon(join(__dirname, '..', '..', '..', 'data', 'lexicons'));

/** Read by everything, or looked at by a person: nothing is calm by default. */
function expectHonest(seen: RiskAssessment | undefined, level: string) {
  if (seen?.completeness === 'full') expect(seen.level).toBe(level);
  else expect(seen && triage(seen).kind).not.toBe('continue');
}

describe('more than can be read', () => {
  test('ten thousand messages at once: each is read or goes to a person, none is lost', async () => {
    const workers = fakeWorkers({ answerAtOnce: true });
    const model = createModelClassifier({ start: workers.start });
    workers.ready();
    const classifier = createRiskClassifier({
      lexicon: lexiconSaying(),
      model,
      languageOf: createLanguageOf(),
    });
    const levels = Array.from({ length: 10_000 }, (_, at) => RISK_LEVELS[at % 5] ?? 'none');
    const seen = await Promise.all(
      levels.map((level) => classifier.assess(level, { locale: 'fr', budgetMs: 10_000 })),
    );
    expect(seen).toHaveLength(10_000);
    for (const [at, level] of levels.entries()) expectHonest(seen[at], level);
    expect(seen.some(({ completeness }) => completeness === 'full')).toBe(true);
    await classifier.close();
  }, 60_000);

  test('a worker that ends in the midst of them leaves each degraded, and a person looks', async () => {
    const workers = fakeWorkers();
    const model = createModelClassifier({ start: workers.start, restartMs: 10 });
    workers.ready();
    const classifier = createRiskClassifier({
      lexicon: lexiconSaying(),
      model,
      languageOf: createLanguageOf(),
    });
    const asked = Array.from({ length: 100 }, () =>
      classifier.assess('imminent', { locale: 'fr', budgetMs: 5000 }),
    );
    await new Promise((resolve) => setImmediate(resolve));
    workers.die();
    for (const seen of await Promise.all(asked)) {
      expect(seen.completeness).toBe('degraded');
      expectHonest(seen, 'imminent');
    }
    await classifier.close();
  });

  test.each([
    ['one emoji', '😭'.repeat(2000)],
    ['one letter', 'a'.repeat(4000)],
    ['one sign', '?'.repeat(4000)],
    ['joined emoji', '👨‍👩‍👧‍👦'.repeat(363)],
    ['marks on one letter', `e${'\u0301'.repeat(3999)}`],
    ['one word of another script', 'я'.repeat(4000)],
  ])('four thousand characters of %s are read within the time', async (_, text) => {
    const classifier = createRiskClassifier({
      lexicon,
      model: null,
      languageOf: createLanguageOf(),
    });
    const started = performance.now();
    const seen = await classifier.assess(text, { locale: 'fr', budgetMs: 1500 });
    expect(performance.now() - started).toBeLessThan(1500);
    expectHonest(seen, 'none');
  });
});
