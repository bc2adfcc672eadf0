import { describe, expect, test } from '@jest/globals';
import type { Language } from '../../../../bot-flows/engine/library.ts';
import type { Source } from '../../../../bot-flows/engine/read-yaml.ts';
import type { Texts } from '../../../../bot-flows/engine/texts.ts';
import { checkRiskFlow, checkWording } from '../../../../bot-flows/lint/check-wording.ts';
import { WORDING_RULES } from '../../../../bot-flows/lint/wording-rules.ts';

const book = (text: string): Source<Texts> => ({
  file: 'flows/planted/xx.yaml',
  data: { step: { ask: text } } as Texts,
  lineOf: () => 7,
});
const found = (text: string, language: Language) =>
  checkWording({ fr: book('Rien.'), en: book('Nothing.'), [language]: book(text) });

/** One planted fault a rule, and for many of them a second in the other language. */
const PLANTED: readonly (readonly [rule: string, language: Language, text: string])[] = [
  ['means', 'fr', 'Éloigne la corde.'],
  ['means', 'en', 'Put the pills away.'],
  ['asks-how', 'fr', 'De quelle manière.'],
  ['asks-how', 'en', 'Which method is it.'],
  ['secrecy', 'fr', 'Personne ne saura.'],
  ['secrecy', 'en', 'This stays between us.'],
  ['diagnosis', 'fr', 'C’est une dépression.'],
  ['diagnosis', 'en', 'You are bipolar.'],
  ['medication', 'fr', 'Un somnifère, ou des somnifères.'],
  ['medication', 'en', 'Stop the antidepressants.'],
  ['blame', 'fr', 'Pense à ta famille.'],
  ['blame', 'en', 'That is selfish.'],
  ['commit-suicide', 'fr', 'Un suicide raté.'],
  ['commit-suicide', 'en', 'People who commit suicide.'],
  ['euphemism', 'fr', 'Des idées noires.'],
  ['euphemism', 'en', 'To end it all.'],
  ['cheering', 'fr', 'Tout ira bien.'],
  ['cheering', 'en', 'Stay strong.'],
  ['claims-to-feel', 'fr', 'Je comprends.'],
  ['claims-to-feel', 'en', 'I know how you feel.'],
  ['orders', 'fr', 'Tu dois appeler.'],
  ['orders', 'en', 'You should call.'],
  ['single-cause', 'fr', 'Elle s’est suicidée à cause de ça.'],
  ['single-cause', 'en', 'He killed himself because of it.'],
  ['exclamation', 'en', 'Hello!'],
  ['number-in-text', 'fr', 'Appelle le 3114.'],
  ['questions-at-once', 'en', 'Who? When? Where?'],
  ['french-spaces', 'fr', 'Ça va ?'],
  ['straight-quotes', 'en', "It's here."],
  ['gendered-french', 'fr', 'Tu es seule ce soir.'],
];

describe('npm run flow -- lint', () => {
  test.each(PLANTED)('finds %s (%s): %s', (rule, language, text) => {
    const problems = found(text, language);
    expect(problems.map((problem) => problem.rule)).toContain(rule);
    for (const { file, line, why, fix } of problems) {
      expect([file, line]).toEqual(['flows/planted/xx.yaml', 7]);
      expect([why, fix].every((told) => told)).toBe(true);
    }
  });
  test('has a planted fault for every rule of wording', () => {
    expect([...new Set(PLANTED.map(([rule]) => rule))].sort()).toEqual(
      WORDING_RULES.map(({ id }) => id).sort(),
    );
  });
  test('looks at the labels of options too', () => {
    const option = { ...book(''), data: { step: { options: { a: 'Courage' } } } as Texts };
    expect(checkWording({ fr: option, en: book('Nothing.') })[0]?.rule).toBe('cheering');
  });
  test('asks of a flow about danger the word, a person, distance and a way to go on', () => {
    const flow = {
      file: 'flows/planted/flow.yaml',
      lineOf: () => 3,
      data: {
        schema: 'flow/1' as const,
        id: 'planted',
        version: 1,
        about: 'Nothing.',
        reviewed: null,
        start: 'step',
        entries: { active: 'step' },
        steps: { step: { end: true as const } },
      },
    };
    const rules = checkRiskFlow({ flow, texts: { fr: book('Rien.'), en: book('No.') } });
    expect(rules.map(({ rule }) => rule)).toEqual([
      'risk-asks-directly',
      'risk-person',
      'risk-distance',
      'risk-goes-on',
    ]);
  });
});
