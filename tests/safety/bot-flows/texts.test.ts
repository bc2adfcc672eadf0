import { describe, expect, test } from '@jest/globals';
import { everyText } from '../../support/flow-texts.ts';

const texts = everyText();
const offending = (pattern: RegExp, allowed?: RegExp) =>
  texts
    .filter(({ text }) => pattern.test(allowed ? text.replace(allowed, '') : text))
    .map(({ where, language, text }) => `${language} ${where}: ${text}`);

/** Word boundaries that know accents. */
const word = (...alternatives: string[]) =>
  new RegExp(`(?<![\\p{L}])(?:${alternatives.join('|')})(?![\\p{L}])`, 'iu');

describe('no text a person can read', () => {
  test('names a means, a dose or a place', () => {
    const means = word(
      'corde',
      'pendre',
      'pendaison',
      'arme',
      'fusil',
      'pistolet',
      'couteau',
      'lame',
      'rasoir',
      'cachets?',
      'comprimés?',
      'médicaments?',
      'pilules?',
      'surdose',
      'overdose',
      'pont',
      'train',
      'rails',
      'métro',
      'falaise',
      'fenêtre',
      'balcon',
      'toit',
      'gaz',
      'poison',
      'javel',
      'veines?',
      'noyer',
      'noyade',
      'milligrammes?',
      'mg',
      'rope',
      'hang',
      'hanging',
      'gun',
      'knife',
      'blade',
      'razor',
      'pills?',
      'tablets?',
      'medication',
      'bridge',
      'rail',
      'cliff',
      'window',
      'balcony',
      'roof',
      'bleach',
      'wrists?',
      'drown',
      'dose',
      'lethal',
      'mortel',
      'painless',
      'indolore',
    );
    expect(offending(means)).toEqual([]);
  });
  test('promises secrecy', () => {
    const secrecy = word(
      'personne ne saura',
      'reste entre nous',
      'secret absolu',
      'je ne dirai rien',
      'promis',
      'je te promets',
      'je vous promets',
      'nobody will know',
      'between us',
      'our secret',
      'i promise',
      'i won’t tell',
    );
    const denied =
      /(Je ne peux donc pas (te )?dire que cela reste entre nous|I can’t say that it stays between us)/g;
    expect(offending(secrecy, denied)).toEqual([]);
  });
  test('diagnoses, treats or predicts', () => {
    const diagnosis = word(
      'tu souffres de',
      'vous souffrez de',
      'dépressif',
      'dépressive',
      'dépression',
      'bipolaire',
      'trouble',
      'symptômes?',
      'diagnostic',
      'thérapie',
      'traitement',
      'antidépresseurs?',
      'score',
      'depressed',
      'depression',
      'bipolar',
      'disorder',
      'symptoms?',
      'diagnosis',
      'therapy',
      'treatment',
      'antidepressants?',
      'tu vas guérir',
      'à risque',
    );
    expect(offending(diagnosis, /pas un diagnostic|not a diagnosis/g)).toEqual([]);
  });
  test('uses words that blame or glamorise', () => {
    const blame = word(
      'commettre',
      'commis un suicide',
      'suicide réussi',
      'suicide raté',
      'appel à l’aide',
      'chantage',
      'égoïste',
      'lâche',
      'pense à ta famille',
      'pensez à votre famille',
      'commit suicide',
      'committed suicide',
      'failed attempt',
      'successful suicide',
      'cry for help',
      'selfish',
      'coward',
      'think of your family',
      'attention seeking',
    );
    expect(offending(blame)).toEqual([]);
  });
  test('cheers, commands or claims to feel', () => {
    const cheer = word(
      'courage',
      'il faut',
      'tu dois',
      'vous devez',
      'ça va aller',
      'tout ira bien',
      'tout va s’arranger',
      'bravo',
      'super',
      'génial',
      'bien joué',
      'félicitations',
      'garde espoir',
      'positif',
      'positive',
      'souris',
      'je comprends',
      'je sais ce que tu',
      'je sais ce que vous',
      'great job',
      'well done',
      'good job',
      'awesome',
      'amazing',
      'cheer up',
      'stay strong',
      'stay positive',
      'you must',
      'you should',
      'everything will be',
      'it will be ok',
      'it gets better',
      'i understand',
      'i know how you feel',
      'congratulations',
      'proud of you',
      'fier',
      'fière',
    );
    expect(offending(cheer)).toEqual([]);
    expect(offending(/!/)).toEqual([]);
  });
  test('asks which means, or how', () => {
    expect(
      offending(
        word(
          'comment comptes-tu',
          'avec quoi comptes',
          'de quelle manière',
          'how would you do',
          'what would you use',
          'which means',
        ),
      ),
    ).toEqual([]);
  });
  test('avoids the word: suicide is asked about plainly', () => {
    const questions = texts.filter(({ where }) => where === 'ask-directly.direct.ask');
    expect(questions.length).toBeGreaterThan(0);
    for (const { text } of questions) expect(text).toMatch(/suicid|killing yourself/i);
    expect(
      offending(
        word(
          'idées noires',
          'en finir',
          'faire une bêtise',
          'dark thoughts',
          'end it all',
          'do something silly',
          'unalive',
        ),
      ),
    ).toEqual([]);
  });
});

describe('French', () => {
  const french = texts.filter(({ language }) => language === 'fr');
  /** Apart from what is said in English to who reads only that. */
  const wrong = (pattern: RegExp) =>
    french
      .filter(({ text }) => pattern.test(text.replace(/ \(To switch, write “english”\.\)/, '')))
      .map(({ where, text }) => `${where}: ${text}`);

  test('has its own spaces before ; ! ? : and inside « »', () => {
    expect(wrong(/[^\u202f][;!?]/)).toEqual([]);
    expect(wrong(/[^\u00a0]:/)).toEqual([]);
    expect(wrong(/«[^\u00a0]|[^\u00a0]»/)).toEqual([]);
  });
  test('has round apostrophes and no straight quotes', () => expect(wrong(/['"]/)).toEqual([]));
  test('takes nobody for a man or a woman', () => {
    const gendered =
      /(?<!\p{L})((?:es|êtes|suis|seras|sois|soyez)[ -](?:tu |vous )?(?:bien |très |tout |toute |pas )?(?:seule?s?|prête?s?|contente?s?|inquiète?|inquiet|fatiguée?s?|certaine?s?|sûre?s?|perdue?s?|épuisée?s?|désolée?|venue?|arrivée?|parti)|tout seul|toute seule|\p{L}+\(e\)|\p{L}+·e)(?!\p{L})/iu;
    expect(wrong(gendered)).toEqual([]);
  });
  test('keeps tu and vous apart', () => {
    for (const { where, text } of french) {
      const plain = text.replace(/«.*?»/g, '').replace(/\(.*?\)/g, '');
      const both =
        word('tu', 'toi', 'te', 'ton', 'tes', 'ta').test(plain) &&
        word('vous', 'votre', 'vos').test(plain);
      expect(both ? `${where}: ${text}` : '').toBe('');
    }
  });
});

describe('English', () => {
  test('has round apostrophes, and no French spaces', () => {
    const english = texts.filter(({ language }) => language === 'en');
    const wrong = english.filter(({ text }) =>
      /['"\u202f\u00a0]/.test(
        text.replace(/\(Pour changer, écrire «\u00a0français\u00a0»\.\)/, ''),
      ),
    );
    expect(wrong).toEqual([]);
  });
});
