import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { canonicalText } from '../../../../classifiers/lexicon/canonical-text.ts';
import { shippedRuleFile } from '../../../support/classifier-lexicon.ts';

const french = canonicalText(shippedRuleFile('fr'));
const english = canonicalText(shippedRuleFile('en'));

describe('canonicalText', () => {
  test('keeps what was typed beside what was meant', () => {
    expect(french('Jveu mourrrir !')).toEqual([' je veux mourir ', ' jveu mourrrir ']);
  });

  test('gives one form when there is nothing to mend', () => {
    expect(english('I want to talk')).toEqual([' i want to talk ']);
  });

  test.each([
    ['k1ll myself', ' kill myself '],
    ['su1c1d3', ' suicide '],
    ['s.u.i.c.i.d.e', ' suicide '],
    ['k i l l myself', ' kill myself '],
    ['su*c*de', ' suicide '],
    ['kiiiill mysellf', ' kill myself '],
    ['su-i-cide', ' suicide '],
    ['tonite', ' tonight '],
    ['suicde', ' suicide '],
  ])('sees through %s', (typed, meant) => {
    expect(english(typed)[0]).toBe(meant);
  });

  test.each([
    'Rendez-vous à 15h30, 2e étage',
    'Il a 14 ans et 3 chats',
    'y a t il un a ou un b',
    'bob@exemple.fr',
  ])('leaves ordinary figures and letters alone: %s', (typed) => {
    expect(french(typed).join()).not.toMatch(/suicid|mourir|tuer/);
  });

  test('ends sentences where they end', () => {
    expect(french('Ça va. Et toi ?! Oui…')).toEqual([' ca va . et toi . oui ']);
  });

  test('reads a form of its own again without changing it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        for (const read of [french, english]) {
          const typed = read(text).at(-1) ?? '';
          expect(read(typed).at(-1)?.trim()).toBe(typed.trim());
        }
      }),
    );
  });
});
