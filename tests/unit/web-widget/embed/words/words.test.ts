import { describe, expect, test } from '@jest/globals';
import { words as en } from '../../../../../web-widget/embed/words/en.ts';
import { words as fr } from '../../../../../web-widget/embed/words/fr.ts';
import { fill, voicedWords } from '../../../../../web-widget/embed/words/voiced-words.ts';

describe('the words of the widget', () => {
  test('are complete in both languages, with the same gaps to fill', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(fr).sort());
    for (const [key, text] of Object.entries(fr)) {
      const gaps = (words: string) => words.split('%').length;
      expect([key, gaps(en[key as keyof typeof fr])]).toEqual([key, gaps(text)]);
    }
  });

  test.each(['tu', 'vous'] as const)('say %s all through', (address) => {
    for (const words of [voicedWords(fr, address), voicedWords(en, address)]) {
      for (const text of Object.values(words)) {
        expect(text).not.toBe('');
        expect(text).not.toMatch(/[{}|]/);
      }
    }
    const other =
      address === 'tu'
        ? /(?<!\p{L})(vous|votre|vos)(?!\p{L})/iu
        : /(?<!\p{L})(tu|te|toi|ton|ta|tes)(?!\p{L})/iu;
    for (const text of Object.values(voicedWords(fr, address))) expect(text).not.toMatch(other);
  });

  test('are typographically right in French', () => {
    for (const text of Object.values(fr)) {
      expect(text).not.toMatch(/[^\u202f][?!;]/);
      expect(text).not.toMatch(/[^\u00a0]:/);
      expect(text).not.toMatch(/«[^\u00a0]|[^\u00a0]»/);
      expect(text).not.toMatch(/'|\.\.\./);
    }
  });

  test('take a name as it is, whatever it holds', () => {
    expect(fill('% te répond.', '$& %')).toBe('$& % te répond.');
  });
});
