import { describe, expect, test } from '@jest/globals';
import type { Question } from '../../../../bot-flows/engine/question.ts';
import { understand } from '../../../../bot-flows/engine/understand.ts';
import { realLibrary } from '../../../support/flow-library.ts';

const { fr, en } = realLibrary().words;
const languages = [fr, en];
const yesNo: Question = {
  ask: 'yes-no',
  options: [
    { id: 'yes', texts: ['Oui', 'Yes'] },
    { id: 'no', texts: ['Non', 'No'] },
    { id: 'unsure', texts: ['Je ne sais pas', 'I don’t know'] },
  ],
};
const mood: Question = {
  ask: 'choice',
  options: [
    { id: 'good', texts: [{ label: 'Plutôt bien', also: ['bien'] }] },
    { id: 'bad', texts: [{ label: 'Mal', also: ['pas bien', 'ça va pas'] }] },
  ],
};
const read = (text: string, question: Question = yesNo) => {
  const meaning = understand({ text }, question, languages);
  return meaning.kind === 'option'
    ? meaning.option
    : meaning.kind === 'intent'
      ? `wish:${meaning.intent}`
      : 'words';
};

describe('yes and no, as people say them', () => {
  test.each([
    'oui',
    'Oui.',
    'ouais',
    'ouaip',
    'OUIIIII',
    'yep',
    'carrément',
    'grave',
    'bien sûr',
    'je crois',
    'je crois que oui',
    'ben oui',
    'euh oui',
    'oui un peu',
    'ouais je pense',
    'plutôt oui',
    'c’est ça',
    'parfois',
    'des fois',
    'souvent',
    'malheureusement oui',
    'mouais oui',
    'clairement',
    'oui, depuis des mois',
    'yes',
    'yeah',
    'yup',
    'yea',
    'sure',
    'i guess so',
    'kind of',
    'sometimes',
    'I do',
    'absolutely',
    'uh huh',
    'yes please',
    'well yes',
    'mhm',
    'i think so',
    '👍',
    'probably',
    'yeah every night',
    'for sure',
    'ok',
  ])('“%s” is a yes', (text) => expect(read(text)).toBe('yes'));

  test.each([
    'non',
    'nan',
    'nope',
    'non merci',
    'pas du tout',
    'pas vraiment',
    'jamais',
    'ben non',
    'je crois pas',
    'je ne crois pas',
    'pas trop',
    'mais non',
    'surtout pas',
    'NOOOON',
    'bien sûr que non',
    'aucunement',
    'je pense pas',
    'hors de question',
    'non.',
    'nn',
    'no',
    'nah',
    'not really',
    'not at all',
    'never',
    'i don’t think so',
    'no way',
    'of course not',
    'no thanks',
    'no.',
    'definitely not',
    'not yet',
    '👎',
    'no I’m fine',
    'nooo',
    'absolutely not',
  ])('“%s” is a no', (text) => expect(read(text)).toBe('no'));

  test.each([
    'bof',
    'jsp',
    'je sais pas',
    'j’sais pas',
    'chais pas',
    'peut-être',
    'ptet',
    'ça dépend',
    'oui et non',
    'ni oui ni non',
    'aucune idée',
    'euh',
    'j’en sais rien',
    'je préfère pas dire',
    'pas sûr',
    'joker',
    '...',
    '?',
    'idk',
    'dunno',
    'maybe',
    'perhaps',
    'not sure',
    'i don’t know',
    'no idea',
    'yes and no',
    'hard to say',
    'it depends',
    'i’d rather not say',
    'yeah no',
    '🤷',
    'je ne sais plus',
    'non mais parfois',
    'no but sometimes',
    'oui mais non',
    'prefer not to say',
  ])('“%s” is neither', (text) => expect(read(text)).toBe('unsure'));

  test.each([
    'everything feels kind of numb',
    'we are thinking about a holiday',
    'i was a bit ill',
    'un peu de tout, le boulot',
  ])('“%s” is no yes, though a part of it would be', (text) => {
    const also = ['kind of', 'a bit', 'i think about it', 'un peu'];
    const question: Question = {
      ...yesNo,
      options: yesNo.options.map((one) =>
        one.id === 'yes' ? { id: 'yes', texts: [{ label: 'Yes', also }] } : one,
      ),
    };
    expect(read(text, question)).toBe('words');
  });
  test('an answer that says more than yes or no is not whole, so that the rest is heard', () => {
    const whole = (text: string) => {
      const meaning = understand({ text }, yesNo, languages);
      return meaning.kind === 'option' && meaning.whole;
    };
    expect(whole('no not tonight')).toBe(false);
    expect(whole('non pas ce soir')).toBe(false);
    expect(whole('no thanks')).toBe(true);
    expect(whole('oui')).toBe(true);
  });

  test('nothing is found inside other words', () => {
    expect(read('I know what you mean')).toBe('words');
    expect(read('nonante et onze')).toBe('words');
    expect(read('yesterday was long')).toBe('words');
    expect(read('nothing works and nobody calls, another day gone')).toBe('words');
    expect(read('siffler en travaillant')).toBe('words');
    expect(read('notre chat est mort hier')).toBe('words');
  });
});

describe('options', () => {
  test('a tapped choice is taken as it is, whatever its text', () => {
    const meaning = understand({ text: 'anything', choice: 'bad' }, mood, languages);
    expect(meaning).toEqual({ kind: 'option', option: 'bad', whole: true });
  });
  test('a choice of another question is read as words', () => {
    const meaning = understand({ text: 'Plutôt bien', choice: 'gone' }, mood, languages);
    expect(meaning).toEqual({ kind: 'option', option: 'good', whole: true });
  });
  test('the longest wording wins, and a negated one is not meant', () => {
    expect(read('pas bien du tout', mood)).toBe('bad');
    expect(read('plutôt bien merci', mood)).toBe('good');
    expect(read('je ne suis pas plutôt bien', mood)).not.toBe('good');
  });
  test('numbers and ordinals choose, alone only', () => {
    for (const said of ['2', 'la 2', 'la deuxième', 'le dernier', 'the second one', 'option 2']) {
      expect(read(said, mood)).toBe('bad');
    }
    expect(read('depuis 2 ans', mood)).toBe('words');
    expect(read('9', mood)).toBe('words');
  });
});

describe('wishes understood at every step', () => {
  test.each([
    ['je veux parler à quelqu’un', 'person'],
    ['je voudrais vraiment parler à une vraie personne svp', 'person'],
    ['can I talk to a human please', 'person'],
    ['no I want to talk to a person', 'person'],
    ['i need a person', 'person'],
    ['stop', 'stop'],
    ['laisse tomber', 'stop'],
    ['bye', 'bye'],
    ['ok bye', 'bye'],
    ['bonne nuit', 'bye'],
    ['t’es un robot ?', 'who'],
    ['who are you', 'who'],
    ['tu es une vraie personne ?', 'who'],
    ['pourquoi tu me demandes ça', 'why'],
    ['why do you ask', 'why'],
    ['aide', 'numbers'],
    ['quel numéro je peux appeler ?', 'numbers'],
    ['recommencer', 'again'],
    ['retour', 'back'],
    ['qui lit ce que j’écris ?', 'privacy'],
    ['is this confidential', 'privacy'],
    ['speak english please', 'language'],
  ])('“%s” is a wish for %s', (text, wish) => expect(read(text, mood)).toBe(`wish:${wish}`));

  test.each([
    'je ne veux pas parler à quelqu’un',
    'I don’t want to talk to a person',
    'j’ai envie que tout s’arrête',
    'I want it all to stop',
    'personne ne m’aide',
    'my boss makes me feel like I am working for a robot company in the middle of nowhere',
  ])('“%s” is no wish', (text) => expect(read(text, mood)).toBe('words'));
});
