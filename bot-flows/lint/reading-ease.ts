import type { Language } from '../engine/languages.ts';

/** Below this, a text asks more than an upset fourteen-year-old has to give. */
export const LEAST_EASE = 50;

/**
 * How easily a text is read, from about 0 (a law) to 100 (a picture book): Flesch's formula, with
 * Kandel and Moles' factors for French. A rough measure of word and sentence length, no more.
 */
export function readingEase(text: string, language: Language): number {
  const sentences = Math.max(1, text.split(/[.!?…:;]+(?:\s|$)/).filter((one) => one.trim()).length);
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  if (words.length === 0) return 100;
  const perSentence = words.length / sentences;
  const perWord = words.reduce((sum, word) => sum + syllables(word, language), 0) / words.length;
  return language === 'fr'
    ? 207 - 1.015 * perSentence - 73.6 * perWord
    : 206.8 - 1.015 * perSentence - 84.6 * perWord;
}

/** Groups of vowels, without the endings that aren't heard. */
function syllables(word: string, language: Language): number {
  const heard =
    language === 'fr'
      ? word.replace(/(?<=[^aeiouyéèêàâîôûëïü])(?:es|e|ent)$/, '')
      : word.replace(/(?<=[^aeiouy])(?:e|ed|es)$/, '');
  const groups = heard.match(/[aeiouyàâäéèêëîïôöùûüœæ]+/g)?.length ?? 0;
  return Math.max(1, groups);
}
