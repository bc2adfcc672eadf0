/** Scripts that one language, for our purposes, stands for, or that a few letters or words tell apart. */
interface ScriptLanguages {
  readonly script: RegExp;
  /** Letters of one word that are enough to say that it is written in this script. */
  readonly fewest: number;
  /** First match wins. */
  readonly told: readonly (readonly [RegExp, string])[];
  readonly otherwise: string;
}

const one = (name: string, otherwise: string, fewest = 3): ScriptLanguages => ({
  script: new RegExp(`^[\\p{Script=${name}}\\p{M}]+$`, 'u'),
  fewest,
  told: [],
  otherwise,
});
/** Whole words, in scripts that `\b` doesn't know. */
const words = (list: string) => new RegExp(`(?<![\\p{L}\\p{M}])(?:${list})(?![\\p{L}\\p{M}])`, 'u');

const SCRIPTS: readonly ScriptLanguages[] = [
  {
    ...one('Arabic', 'ar'),
    told: [
      [/[ټډړږښڼېۍ]/u, 'ps'],
      [/[ڕڵۆێ]/u, 'ku'],
      [/[ٹڈڑںےہ]/u, 'ur'],
      [/[پچژگکی]/u, 'fa'],
    ],
  },
  {
    ...one('Cyrillic', 'ru'),
    told: [
      [/ў/iu, 'be'],
      [/[іїєґ]/iu, 'uk'],
      [/[ђћљњџј]/iu, 'sr'],
      [/[ыэё]/iu, 'ru'],
      [words('[Сс]ъм|[Аа]з|ще|[Ии]скам|[Нн]яма|[Нн]ямам|[Кк]акво|повече|[Мм]оля|[Пп]омощ'), 'bg'],
    ],
  },
  {
    ...one('Devanagari', 'hi'),
    told: [
      [words('आहे|मला|नाही|मी'), 'mr'],
      [words('छ|छैन|मलाई|गर्न|हुन्छ'), 'ne'],
    ],
  },
  // The Japanese write Chinese characters among their own.
  {
    ...one('Hiragana', 'ja', 2),
    script:
      /^[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}ー]*[\p{Script=Hiragana}\p{Script=Katakana}][\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}ー]*$/u,
  },
  one('Han', 'zh', 2),
  one('Hangul', 'ko', 2),
  one('Hebrew', 'he'),
  one('Thai', 'th'),
  one('Lao', 'lo'),
  one('Khmer', 'km'),
  one('Myanmar', 'my'),
  one('Greek', 'el'),
  one('Tamil', 'ta'),
  one('Telugu', 'te'),
  one('Kannada', 'kn'),
  one('Malayalam', 'ml'),
  one('Sinhala', 'si'),
  one('Bengali', 'bn'),
  one('Gurmukhi', 'pa'),
  one('Gujarati', 'gu'),
  one('Oriya', 'or'),
  one('Georgian', 'ka'),
  one('Armenian', 'hy'),
  one('Ethiopic', 'am'),
];

/**
 * The language of a text that is for the most part written in other letters than ours; null
 * otherwise. Letters of several scripts within one word are a disguise, and a face such as
 * `(ツ)` is no word.
 */
export function scriptLanguage(text: string): string | null {
  const letters = new Map<ScriptLanguages, number>();
  let others = 0;
  for (const [word] of text.matchAll(/[\p{L}\p{M}ー]+/gu)) {
    const found = SCRIPTS.find(({ script, fewest }) => word.length >= fewest && script.test(word));
    if (found) letters.set(found, (letters.get(found) ?? 0) + word.length);
    else others += word.length;
  }
  const [most] = [...letters].toSorted(([, a], [, b]) => b - a);
  if (!most || most[1] <= others) return null;
  // Chinese characters beside a word in kana.
  const [japanese] = [...letters].filter(([{ otherwise }]) => otherwise === 'ja');
  const { told, otherwise } = (most[0].otherwise === 'zh' && japanese ? japanese : most)[0];
  return told.find(([sign]) => sign.test(text))?.[1] ?? otherwise;
}
