import { describe, expect, test } from '@jest/globals';
import { createLanguageOf } from '../../../../classifiers/language/language-of.ts';

const languageOf = createLanguageOf((text) => (text.includes('quiero') ? 'es' : null));

describe('the language of a message', () => {
  test.each([
    ['je veux mourir ce soir', 'fr'],
    ['jveu plu vivre c tro dur', 'fr'],
    ['Je vais me tuer', 'fr'],
    ['i wanna kms tonight', 'en'],
    ["I can't take it anymore", 'en'],
    ['quiero morir esta noche', 'es'],
    ['死にたい', 'ja'],
    ['죽고 싶어요', 'ko'],
    ['我想死', 'zh'],
    ['ok', 'und'],
    ['Non merci', 'und'],
    ['😭😭😭', 'und'],
    ['', 'und'],
  ])('%s → %s', (text, language) => {
    expect(languageOf(text)).toBe(language);
  });
});
