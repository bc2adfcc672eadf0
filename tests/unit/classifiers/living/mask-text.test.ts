import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readDevelopmentRows } from '../../../../classifiers/evaluation/corpus-rows.ts';
import { NOBODY } from '../../../../classifiers/living/given-names.ts';
import { knownWords } from '../../../../classifiers/living/known-words.ts';
import { maskText } from '../../../../classifiers/living/mask-text.ts';

const ROWS = readDevelopmentRows(join('data', 'corpus'));
const KNOWN = knownWords(ROWS);
const mask = (text: string) => maskText(text, KNOWN);

describe('a masked message', () => {
  test.each([
    ['je m’appelle julie et je suis à bout', 'je m’appelle [name] et je suis à bout'],
    ['Mon prénom c’est Claire', 'Mon prénom c’est [name]'],
    ["my name's hope, please help", "my name's [name], please help"],
    ['Hier Karim est parti sans moi', 'Hier [name] est parti sans moi'],
    ['Pierre m’a quittée. Rose aussi', '[name] m’a quittée. [name] aussi'],
    ['ben kévin est venu', '[name] […] est venu'],
    ['Je vis à Quimperlé depuis toujours', 'Je vis à [name] depuis toujours'],
    ['I live in Leeds with Sam Fielding', 'I live in [name] with [name]'],
    ['appelle-moi au 06 12 34 56 78 ce soir', 'appelle-moi au [number] ce soir'],
    ['call +44 (0)7700 900123 now', 'call [number] now'],
    ['j’ai 17 ans', 'j’ai [number] ans'],
    ['né le 12/03/2009', 'né le [number]'],
    ['écris à lea.martin@exemple.fr', 'écris à [e-mail]'],
    ['mon insta @lea_mrtn voilà', 'mon insta [name] voilà'],
    ['regarde https://exemple.fr/lea?x=1 ou exemple.org/lea', 'regarde [link] ou [link]'],
    ['j’habite 12 bis rue des Lilas, tout en haut', 'j’habite [address], tout en haut'],
    ['on se voit rue Victor Hugo demain. seul', 'on se voit [address]. seul'],
    ['I am at 14b Old Mill Lane alone', 'I am at [address] alone'],
    ['JE VEUX MOURIR CE SOIR', 'JE VEUX MOURIR CE SOIR'],
    ['Dieu me pardonne, Maman aussi', 'Dieu me pardonne, Maman aussi'],
    ['je pense à mourir 😭 la nuit…', 'je pense à mourir 😭 la nuit…'],
    ['[name] triche', '(name) triche'],
  ])('keeps what is said and not who says it: %s', (text, masked) => {
    expect(mask(text)).toBe(masked);
  });

  test('holds no number, no address and no word that the corpus does not have, whatever was written', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        'Zébulon',
        'zebulon',
        '06 11 22 33 44',
        'a@b.fr',
        '12 rue du Port',
        'www.x.fr',
        'mourir',
        '[name]',
        '２０',
        'Ⅳ',
        '𝐉𝐮𝐥𝐢𝐞',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const left = mask(pieces.join(' ')).replace(
          /\[(?:name|number|e-mail|link|address|…)\]/gu,
          ' ',
        );
        expect(left).not.toMatch(/\p{N}|[[\]]/u);
        const words = left.match(/[\p{L}\p{M}]+/gu) ?? [];
        expect(
          words.filter((word) => !KNOWN.has(word.toLowerCase()) && !NOBODY.has(word.toLowerCase())),
        ).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test('still says what it said: most words of the corpus stay', () => {
    const sample = ROWS.filter((_, at) => at % 40 === 0).map(({ text }) => text);
    const words = sample.join(' ').match(/[\p{L}\p{M}]+/gu)?.length ?? 0;
    const left =
      sample
        .map(mask)
        .join(' ')
        .replace(/\[[^\]]+\]/gu, ' ')
        .match(/[\p{L}\p{M}]+/gu)?.length ?? 0;
    expect(left / words).toBeGreaterThan(0.85);
  });
});
