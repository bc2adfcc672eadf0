import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { likeness, nearWord, slips } from '../../../../bot-flows/engine/near-words.ts';
import type { Question } from '../../../../bot-flows/engine/question.ts';
import { understand } from '../../../../bot-flows/engine/understand.ts';
import { realLibrary } from '../../../support/flow-library.ts';

const { fr, en } = realLibrary().words;
const brings: Question = {
  ask: 'choice',
  options: [
    { id: 'talk', texts: ['J’ai besoin de parler', 'I need to talk'] },
    { id: 'someone', texts: ['Je m’inquiète pour quelqu’un', 'I’m worried about someone'] },
    { id: 'subject', texts: ['Changer de sujet', 'Change the subject'] },
    {
      id: 'helps',
      texts: [{ label: 'Ce qui peut aider', also: ['des conseils'] }, 'What can help'],
    },
    { id: 'later', texts: ['Plus tard dans la journée', 'Later in the day'] },
  ],
};
const open: Question = { ...brings, ask: 'open' };
const read = (text: string, question: Question) => {
  const meaning = understand({ text }, question, [fr, en]);
  return meaning.kind === 'option' ? meaning.option : meaning.kind;
};

describe('an option is understood', () => {
  test.each([
    ['jai besoin de parler', 'talk'],
    ['j’ai bessoin de parlé', 'talk'],
    ['i need to tlak', 'talk'],
    ['je minquiete pour quelquun', 'someone'],
    ['worried about somone', 'someone'],
    ['im woried about someone', 'someone'],
    ['chnager de sujet', 'subject'],
    ['change de sujet', 'subject'],
    ['on change de sujet ?', 'subject'],
    ['je voudrais qu’on change un peu de sujet', 'subject'],
    ['can we change the subject please', 'subject'],
    ['le sujet, on peut le changer ?', 'subject'],
    ['ce qui peut maider', 'helps'],
    ['des consiels', 'helps'],
    ['what can hepl', 'helps'],
    ['plus tard dans la jounée', 'later'],
    ['1', 'talk'],
    ['le premier', 'talk'],
    ['2', 'someone'],
    ['le deuxième', 'someone'],
    ['la 2', 'someone'],
    ['the second one', 'someone'],
    ['numéro 3', 'subject'],
    ['option 4', 'helps'],
    ['the last one', 'later'],
    ['le dernier', 'later'],
  ])('“%s” is %s', (text, option) => expect(read(text, brings)).toBe(option));
});

describe('nothing is read into own words', () => {
  test.each([
    'ma mère est partie',
    'je ne veux pas changer de sujet',
    'i don’t want to change the subject',
    'je parle à mon chat tous les soirs depuis que je suis ici et il m’écoute',
    'personne ne m’aide',
    'demain',
    'hier dans la nuit',
    '7',
  ])('“%s”', (text) => expect(read(text, brings)).toBe('words'));
  test('at an open question only slips of the finger choose', () => {
    expect(read('chnager de sujet', open)).toBe('subject');
    expect(read('le sujet qui a changé ma vie', open)).toBe('words');
  });
});

describe('slips of the finger', () => {
  test('are letters too many, missing, other and swapped, one each', () => {
    for (const other of ['arrete', 'arretter', 'arreter', 'arrteer', 'arreler']) {
      expect(slips('arreter', other)).toBe(other === 'arreter' ? 0 : 1);
    }
  });
  test.each([
    ['aide', 'aime'],
    ['bien', 'rien'],
    ['mort', 'fort'],
    ['parler', 'partir'],
    ['humain', 'demain'],
  ])('“%s” and “%s” are two words', (a, b) => expect(nearWord(a, b)).toBe(false));
  test('count the same both ways, and likeness runs from 0 to 1', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (a, b) => {
        expect(slips(a, b)).toBe(slips(b, a));
        expect(slips(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length));
        expect(slips(a, a)).toBe(0);
        expect(likeness(a, b)).toBeGreaterThanOrEqual(0);
        expect(likeness(a, b)).toBeLessThanOrEqual(1);
        expect(nearWord(a, b)).toBe(nearWord(b, a));
      }),
    );
  });
});

test('a word is near another when one slip makes it the same', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 4, maxLength: 7 });
  fc.assert(
    fc.property(word, word, (a, b) => {
      const isLong = Math.min(a.length, b.length) >= 5 && Math.max(a.length, b.length) > 5;
      const isNear = isLong && a[0] === b[0] && slips(a, b) <= 1;
      expect(nearWord(a, b)).toBe(a === b || isNear);
    }),
    { numRuns: 3000 },
  );
});
