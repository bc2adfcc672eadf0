import { describe, expect, test } from '@jest/globals';
import { preferredLanguage, STRINGS } from '../../../../../web-widget/console/words/language.ts';
import { languageName } from '../../../../../web-widget/console/words/language-name.ts';
import { signalInWords } from '../../../../../web-widget/console/words/signal-names.ts';
import { ENGLISH_REPORT } from '../../../../../web-widget/reports/words/english-report.ts';
import { FRENCH_REPORT } from '../../../../../web-widget/reports/words/french-report.ts';

describe('the language of the staff’s pages', () => {
  test('is the one chosen, else one of the browser’s, else French', () => {
    expect(preferredLanguage('en', ['fr-FR'])).toBe('en');
    expect(preferredLanguage(null, ['de', 'en-GB', 'fr'])).toBe('en');
    expect(preferredLanguage('tlh', ['de'])).toBe('fr');
  });

  test('names other languages in its own words, and an unknown one as it is called', () => {
    expect(languageName('en-GB', 'fr')).toBe('anglais');
    expect(languageName('not a tag', 'fr')).toBe('not a tag');
  });

  test('puts a signal nobody has named yet in words that can be read', () => {
    expect(signalInWords(STRINGS.fr.signals, 'something-new')).toBe('something new');
    expect(signalInWords(STRINGS.en.signals, 'constructor')).toBe('constructor');
  });

  test('is typeset in French as French is', () => {
    for (const text of [...textsIn(STRINGS.fr), ...textsIn(FRENCH_REPORT)]) {
      expect(text).not.toMatch(/ [;!?:»]|« |'/);
    }
  });

  test('leaves no sentence empty', () => {
    for (const words of [STRINGS.fr, STRINGS.en, FRENCH_REPORT, ENGLISH_REPORT]) {
      expect(textsIn(words).filter((text) => text.trim() === '')).toEqual([]);
    }
  });
});

function textsIn(words: unknown): string[] {
  if (typeof words === 'string') return [words];
  if (typeof words === 'object' && words !== null) return Object.values(words).flatMap(textsIn);
  return [];
}
