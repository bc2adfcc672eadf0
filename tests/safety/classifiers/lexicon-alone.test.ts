import { describe, expect, test } from '@jest/globals';
import { atLeast } from '../../../classifiers/risk-classifier.ts';
import { shippedLexicon } from '../../support/classifier-lexicon.ts';

/** What must hold on the lexicon alone: it is all there is when the model is missing. */
const lexicon = shippedLexicon();

const DANGER = [
  'Je veux me tuer',
  'je vais me suicider',
  'J’ai envie de me suicider',
  'Je pense au suicide',
  'je suis suicidaire',
  'J’ai des idées suicidaires',
  'je vais en finir ce soir',
  'Ce soir je me tue',
  'Je vais me pendre',
  'je veux en finir avec la vie',
  'je pense à mettre fin à mes jours',
  'J’ai avalé toute la boîte',
  'j’ai pris tous mes cachets',
  'j’ai la corde autour du cou',
  'Je suis sur le pont',
  'Je viens de m’ouvrir les veines',
  'Adieu tout le monde',
  'je me tue demain',
  'Je ne vais pas me tuer, j’y pense juste',
  'jveux me tué',
  'jvais me suicider',
  'g envi de me tuer',
  'I want to kill myself',
  'I’m going to kill myself',
  'i wanna kill myself',
  'im gonna kms tonight',
  'I am suicidal',
  'I’m having suicidal thoughts',
  'I think about suicide every day',
  'I want to end my life',
  'I want to end it all',
  'I’m going to hang myself',
  'I just took all my pills',
  'I swallowed the whole bottle',
  'I’m on the bridge now',
  'I have a gun to my head',
  'The rope is round my neck',
  'I wrote my suicide note',
  'Goodbye everyone, I love you',
  'I’m not going to kill myself, I just think about it every night',
  'How can I kill myself without pain?',
  'tonight I end it',
];

const DISGUISED = [
  'je veux me su1c1der',
  's u i c i d e',
  'je pense au s.u.i.c.i.d.e',
  'wanna kіll mуsеlf',
  'I want to k1ll mys3lf',
  'i want to kiiiill myself',
  'I want to k i l l myself',
  'ＪＥ ＶＥＵＸ ＭＥ ＴＵＥＲ',
  'je veux me t\u200bu\u200ber',
  'i am su*cidal',
];

const HARMLESS = [
  'Je suis mort de rire',
  'mdr je suis mort',
  'Je tuerais pour une pizza',
  'Ma batterie va mourir',
  'Je meurs de faim',
  'C’est à mourir de rire',
  'Je me tue à le répéter',
  'Je vais me pendre au téléphone avec ma sœur',
  'On regarde Suicide Squad ce soir ?',
  'Je fais un exposé sur le suicide chez Durkheim',
  'Je vais sauter en parachute dimanche',
  'J’ai pris mes cachets pour la tension, je vais me coucher',
  'C’est mon dernier jour de travail',
  'Adieu les kilos',
  'J’en ai fini avec ce dossier',
  'Je ne suis pas suicidaire',
  'Non, je n’ai pas d’idées suicidaires',
  'Bonjour, comment ça marche ?',
  'This deadline is killing me',
  'I died laughing',
  'dying of laughter',
  'How do I kill the process on port 8080?',
  'I could murder a curry',
  'I’d kill for a coffee',
  'My mum is going to kill me when she sees this',
  'I’m dying to see that film',
  'My phone is about to die',
  'I’m dead tired',
  'It’s my last day at work',
  'I’m going to jump in the pool',
  'I’m not suicidal',
  'I’ve never thought about suicide',
  'I took my pills for my blood pressure and went to bed',
  'Thanks, that helped, goodnight!',
  'hello there my friend',
];

describe('the lexicon alone', () => {
  test.each(DANGER)('sees at least active danger in: %s', (text) => {
    expect(atLeast(lexicon.read(text).level, 'active')).toBe(true);
  });

  test.each(DISGUISED)('sees through the disguise of: %s', (text) => {
    expect(atLeast(lexicon.read(text).level, 'active')).toBe(true);
  });

  test.each(HARMLESS)('leaves in peace: %s', (text) => {
    expect(atLeast(lexicon.read(text).level, 'passive')).toBe(false);
  });

  test('a denial beside a danger does not cancel it', () => {
    expect(lexicon.read('Je ne veux pas mourir. Mais ce soir je me tue.').level).toBe('imminent');
    expect(lexicon.read('I’m not suicidal. I took all my pills.').level).toBe('imminent');
  });

  test('harmless text around a danger does not hide it', () => {
    const chatter = 'We had soup and talked about the garden. '.repeat(40);
    expect(lexicon.read(`${chatter} I want to kill myself. ${chatter}`).level).toBe('active');
  });

  test.each([
    '😭'.repeat(2000),
    'a'.repeat(4000),
    ' '.repeat(4000),
    's u i c i d e '.repeat(280),
    'je veux vraiment tellement '.repeat(148),
    '*a'.repeat(2000),
  ])('comes to an end on four thousand odd characters (%#)', (text) => {
    expect(() => lexicon.read(text)).not.toThrow();
  });
});
