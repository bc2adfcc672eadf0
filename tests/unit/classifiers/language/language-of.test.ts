import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { corpusLines } from '../../../../classifiers/corpus/corpus-lines.ts';
import { eldLanguages } from '../../../../classifiers/language/eld-languages.ts';
import { createLanguageOf } from '../../../../classifiers/language/language-of.ts';
import { isUnread } from '../../../../classifiers/risk-classifier.ts';
import { eventually } from '../../../support/eventually.ts';
import { FOREIGN_MESSAGES, OUR_MESSAGES } from '../../../support/foreign-messages.ts';

const groups = eldLanguages();
const byWords = createLanguageOf();
const languageOf = createLanguageOf(groups);

beforeAll(async () => {
  await eventually('letter groups', () => groups('Está todo bien'));
});

const foreign = Object.entries(FOREIGN_MESSAGES).flatMap(([language, messages]) =>
  messages.map((text) => ({ language, text })),
);

describe('the language of a message', () => {
  test.each([
    ['je veux mourir ce soir', 'fr'],
    ['jveu plu vivre c tro dur', 'fr'],
    ['Je vais me tuer', 'fr'],
    ['i wanna kms tonight', 'en'],
    ["I can't take it anymore", 'en'],
    ['ok', 'und'],
    ['Non merci', 'und'],
  ])('%s → %s', (text, language) => {
    expect(languageOf(text)).toBe(language);
  });

  test.each(foreign)('$text → $language', ({ text, language }) => {
    expect(languageOf(text)).toBe(language);
  });

  test('until the letter groups are there, nearly all are told by words and letters', () => {
    const missed = foreign.filter(({ text, language }) => byWords(text) !== language);
    expect(missed.length).toBeLessThanOrEqual(3);
  });

  test.each([
    ['死にたい', 'ja'],
    ['죽고 싶어요', 'ko'],
    ['אני לא רוצה לחיות', 'he'],
    ['Jag vill inte leva längre', 'sv'],
    ['Kannst du mir bitte helfen?', 'de'],
    ['Pouvez-vous m’aider ? No puedo más, no tengo a nadie con quien hablar', 'es'],
  ])('%s → %s', (text, language) => {
    expect(languageOf(text)).toBe(language);
  });
});

describe('what is not another language', () => {
  test.each(OUR_MESSAGES)('%s', (text) => {
    expect(isUnread(languageOf(text))).toBe(false);
  });

  test('nothing in the corpus is taken for another language', () => {
    const texts = corpusLines(join(__dirname, '../../../../data/corpus')).map(
      ({ cells }) => cells.at(-1) ?? '',
    );
    expect(texts.length).toBeGreaterThan(20_000);
    const taken = texts.filter((text) => isUnread(languageOf(text)));
    expect(taken).toEqual([]);
  });
});
