import { ALWAYS_NAMES, NAMES_AND_WORDS, NOBODY } from './given-names.ts';
import { beginsSentence, isName, WORD } from './known-words.ts';

const NAME = '[name]';
const UNKNOWN = '[…]';

const STREET_FR =
  '(?:rue|avenue|av\\.|boulevard|bd\\.?|impasse|allées?|chemin|route|quai|cours|place|square|résidence|lotissement|hameau|cité)';
const STREET_EN =
  '(?:street|st|road|rd|avenue|ave|lane|close|drive|court|crescent|gardens|terrace|way|row|square)';

/** Whatever leads to a person by its form, before words are looked at. */
const FORMS: readonly (readonly [RegExp, string])[] = [
  [/\b(?:https?:\/\/|www\.)\S+/giu, '[link]'],
  [/[^\s@]+@[^\s@]+\.[^\s@]+/gu, '[e-mail]'],
  [/(?<!\S)@[\p{L}\p{N}_.]+/gu, NAME],
  [/\b[\p{L}\p{N}-]+\.(?:com|org|net|fr|be|ch|lu|ca|eu|co\.uk|uk|ie|us|info|io)\b\S*/giu, '[link]'],
  [
    new RegExp(`\\d+\\s*(?:bis|ter|[a-d])?,?\\s+${STREET_FR}\\s[^,.;!?\\n]{1,60}`, 'giu'),
    '[address]',
  ],
  [
    new RegExp(
      `(?<![\\p{L}])${STREET_FR}\\s+(?:de la |du |des |de l['’]|d['’]|de )?\\p{Lu}[^,.;!?\\n]{1,40}`,
      'gu',
    ),
    '[address]',
  ],
  [
    new RegExp(`\\d+[a-d]?,?\\s+(?:[\\p{L}'’]+\\s+){1,3}${STREET_EN}(?!\\p{L})`, 'giu'),
    '[address]',
  ],
  [/\+?[\p{L}\p{N}]*\p{N}(?:[\p{L}\p{N}]|[ .,:/()+-]{1,2}(?=\p{N}))*/gu, '[number]'],
];

/** After these words comes a name, however it is written. */
const INTRODUCED =
  /((?:je m['’ ]?appell?e|mon (?:pr[ée]nom|nom)(?:,? c['’]est| est)?|my (?:first |last )?name(?:['’ ]?s| is)?|i['’ ]?m called)\s+)(?!pas\b|not\b)([\p{L}\p{M}'’-]+)/giu;

const MASK = /(\[(?:name|number|e-mail|link|address|…)\])/u;

/**
 * Takes out of a message whatever could lead to a person: names, numbers, addresses, and every
 * word that is not a common one. What it lets through is made of `known` words, of signs and of
 * emoji only. It can't take out a story: whoever goes through the labels strikes what could be
 * recognised.
 *
 * @param known see `knownWords`.
 */
export function maskText(text: string, known: ReadonlySet<string>): string {
  // Letters and digits in other shapes are the same ones; three points in one stay as they are.
  const shapes = text.split('…').map((part) => part.normalize('NFKC'));
  const plain = shapes.join('…').replaceAll('[', '(').replaceAll(']', ')');
  let masked = FORMS.reduce((read, [form, mask]) => read.replace(form, mask), plain);
  masked = masked.replace(INTRODUCED, `$1${NAME}`);
  const parts = masked.split(MASK);
  let before = '';
  const read = parts.map((part, at) => {
    // Every other part is a mask.
    const own = at % 2 === 1 ? part : maskWords(part, before, known);
    before += part;
    return own;
  });
  return read.join('').replace(/(\[[^\]]+\])(?:[\s'’-]*\1)+/gu, '$1');
}

function maskWords(part: string, before: string, known: ReadonlySet<string>): string {
  return part.replace(WORD, (word, index: number) => {
    const small = word.toLowerCase();
    if (NOBODY.has(small)) return word;
    if (ALWAYS_NAMES.has(small)) return NAME;
    if (!known.has(small)) return isName(word) ? NAME : UNKNOWN;
    if (!isName(word)) return word;
    if (NAMES_AND_WORDS.has(small)) return NAME;
    return beginsSentence(before + part.slice(0, index)) ? word : NAME;
  });
}
