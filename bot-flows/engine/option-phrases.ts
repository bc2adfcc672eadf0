import { type Option, optionWords } from './texts.ts';
import { phraseWords } from './words.ts';

const known = new WeakMap<object, readonly (readonly string[])[]>();

/** Everything that counts as choosing an option, as words to compare. */
export function optionPhrases(option: Option): readonly (readonly string[])[] {
  if (typeof option === 'string') return [phraseWords(option)];
  let phrases = known.get(option);
  if (!phrases) {
    phrases = [...new Set(optionWords(option))].map(phraseWords);
    known.set(option, phrases);
  }
  return phrases;
}
