import type { Language } from '../engine/languages.ts';
import type { Problem } from '../engine/problems.ts';
import { placeholdersIn, textsIn, wordingsOf } from '../engine/texts.ts';
import { Bubble, variantsIn } from '../engine/wording.ts';
import type { TextSources } from './flow-sources.ts';
import { reporter } from './reporter.ts';
import { ownWords, textParts } from './text-parts.ts';

/** One language may need so many times the characters of the other, above this many. */
const LONGEST_RATIO = 2.2;
const WORTH_COMPARING = 60;

/** That who reads French and who reads English get the same, each in their own language. */
export function checkParity(texts: TextSources): readonly Problem[] {
  const problems: Problem[] = [];
  const report = reporter(texts.en, problems);
  for (const [step, parts] of Object.entries(texts.fr.data)) {
    for (const [name, raw] of Object.entries(parts)) {
      const [fr, en] = [Bubble.safeParse(raw), Bubble.safeParse(texts.en.data[step]?.[name])];
      if (name === 'options' || !fr.success || !en.success) continue;
      const [french, english] = [aspectsOf(fr.data), aspectsOf(en.data)];
      const other = (Object.keys(french) as (keyof typeof french)[]).find(
        (aspect) => french[aspect] !== english[aspect],
      );
      if (other) {
        const what = `"${step}.${name}" has other ${other} than in French: ${english[other] || 'none'}, there ${french[other] || 'none'}`;
        report('languages-differ', [step, name], what, 'Say the same in both');
      }
      const ratio = lengthOf(fr.data) / lengthOf(en.data);
      const long = Math.max(lengthOf(fr.data), lengthOf(en.data)) > WORTH_COMPARING;
      if (long && Math.max(ratio, 1 / ratio) > LONGEST_RATIO) {
        const longer = ratio > 1 ? 'French' : 'English';
        const what = `"${step}.${name}" says far more in ${longer}`;
        report('languages-differ', [step, name], what, 'Say the same in both');
      }
    }
  }
  return [...problems, ...untranslated(texts)];
}

function aspectsOf(bubble: Bubble) {
  const names = textsIn(bubble).flatMap(({ text }) => placeholdersIn(text));
  const kinds = wordingsOf(bubble).flatMap(variantsIn);
  return {
    wordings: String(wordingsOf(bubble).length),
    names: [...new Set(names)].sort().join(', '),
    // French alone tells tu from vous.
    cases: [...new Set(kinds)]
      .filter((kind) => kind !== 'address')
      .sort()
      .join(', '),
  };
}

function lengthOf(bubble: Bubble): number {
  const lengths = textsIn(bubble).map(({ text }) => text.length);
  return lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
}

/** Small words that only one of the two languages has. */
const SMALL_WORDS: Readonly<Record<Language, readonly string[]>> = {
  fr: [
    'le',
    'la',
    'les',
    'des',
    'une',
    'du',
    'et',
    'est',
    'je',
    'vous',
    'pas',
    'que',
    'qui',
    'dans',
    'pour',
    'avec',
    'sur',
    'ce',
    'ça',
    'il',
    'elle',
    'ou',
    'mais',
    'très',
    'être',
  ],
  en: [
    'the',
    'of',
    'and',
    'is',
    'are',
    'you',
    'your',
    'to',
    'in',
    'that',
    'it',
    'with',
    'for',
    'what',
    'this',
    'can',
    'have',
    'not',
    'be',
    'i’m',
    'don’t',
    'there',
    'they',
    'would',
  ],
};
const WORTH_READING_WORDS = 4;

function untranslated(texts: TextSources): readonly Problem[] {
  const problems: Problem[] = [];
  const parts = textParts(texts);
  const french = new Set(parts.filter(({ language }) => language === 'fr').map(({ text }) => text));
  for (const { language, source, path, text } of parts) {
    const words =
      ownWords(text)
        .toLowerCase()
        .match(/[\p{L}’]+/gu) ?? [];
    if (words.length < WORTH_READING_WORDS) continue;
    const other = language === 'fr' ? 'en' : 'fr';
    const count = (of: Language) => words.filter((word) => SMALL_WORDS[of].includes(word)).length;
    const copied = language === 'en' && french.has(text);
    if (!copied && !(count(other) >= 2 && count(other) > count(language))) continue;
    const what = `"${path.slice(0, 2).join('.')}" is in the other language`;
    reporter(source, problems)('untranslated', path, what, 'Translate it');
  }
  return problems;
}
