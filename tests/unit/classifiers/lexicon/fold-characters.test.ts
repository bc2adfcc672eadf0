import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { foldCharacters } from '../../../../classifiers/lexicon/fold-characters.ts';

describe('foldCharacters', () => {
  test.each([
    ['Écœuré·e', 'ecoeure·e'],
    ['ｊｅ ｍｅ ｔｕｅ', 'je me tue'],
    ['wanna kіll mуsеlf', 'wanna kill myself'],
    ['m\u00adou\u200brir', 'mourir'],
    ['J’en ʼ peux', "j'en ' peux"],
    ['𝓼𝓾𝓲𝓬𝓲𝓭𝓮', 'suicide'],
    ['ⓜⓞⓤⓡⓘⓡ', 'mourir'],
    ['🅳🅸🅴', 'die'],
    ['⚰️', '⚰'],
    ['Z̷a̴l̵g̶o̷', 'zalgo'],
  ])('reads %s as %s', (typed, folded) => {
    expect(foldCharacters(typed)).toBe(folded);
  });

  test('changes nothing more when it is done twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        const once = foldCharacters(text);
        expect(foldCharacters(once)).toBe(once);
      }),
    );
  });
});
