import { describe, expect, test } from '@jest/globals';
import type { DialogReply } from '../../../../bot-flows/dialog.ts';
import { enter, open, openAt, reply } from '../../../../bot-flows/engine/converse.ts';
import { aContext, realLibrary } from '../../../support/flow-library.ts';

const library = realLibrary();
const context = aContext();
const textOf = ({ says }: DialogReply) => says.map(({ text }) => text).join('\n');
const goOn = (first: DialogReply, ...answers: string[]): DialogReply =>
  answers.reduce((last, text) => reply(library, last.flowState, { text }, context), first);
const checkIn = () => openAt(library, { flow: 'check-in', step: 'now' }, context);

describe('the opening', () => {
  test('says that this is a program, who reads, and where the numbers are', () => {
    const text = textOf(open(library, context));
    expect(text).toContain('un programme, pas une personne');
    expect(text).toContain('entreprise extérieure');
    expect(text).toContain('numéros');
  });
  test('is made up for when somebody writes without having seen it', () => {
    const first = reply(library, null, { text: 'salut' }, context);
    expect(first.says[0]?.text).toContain('un programme, pas une personne');
    const second = goOn(first, 'hm');
    expect(textOf(second)).not.toContain('pas une personne');
  });
  test('waits behind a safety text, and never enters a moment of danger', () => {
    const passive = enter(library, 'passive', null, context);
    expect(textOf(passive)).not.toContain('pas une personne');
    const imminent = enter(library, 'imminent', null, context);
    expect(textOf(goOn(imminent, 'ok'))).not.toContain('entreprise extérieure');
  });
});

describe('what the answer reveals', () => {
  test('a yes to the question about suicide raises active and calls a person', () => {
    const answered = goOn(enter(library, 'passive', null, context), 'ouais');
    expect(answered.raises).toBe('active');
    expect(textOf(answered)).toContain('J’appelle maintenant une personne');
  });
  test('with nobody there, it says so and promises nobody', () => {
    const away = aContext({ peopleAvailable: false });
    const asked = enter(library, 'passive', null, away);
    const answered = reply(library, asked.flowState, { text: 'oui' }, away);
    expect(textOf(answered)).toContain('Personne de l’équipe n’est là en ce moment');
    expect(textOf(answered)).not.toContain('J’appelle');
  });
  test('the coming hours raise imminent, and are asked about where there is a plan', () => {
    const hours = goOn(enter(library, 'active', null, context), 'oui', 'oui');
    expect(textOf(hours)).toContain('dans les heures qui viennent');
    const soon = goOn(hours, 'ce soir');
    expect(soon.raises).toBe('imminent');
    expect(textOf(soon)).toContain('15 ou le 112');
  });
  test('not being safe raises imminent', () => {
    expect(goOn(enter(library, 'active', null, context), 'non').raises).toBe('imminent');
  });
  test.each(['jsp', 'je veux pas répondre', 'ça te regarde pas'])(
    '“%s” to the question about suicide is treated with care, not as a no',
    (text) => {
      const answered = goOn(enter(library, 'passive', null, context), text);
      expect(textOf(answered)).toContain('Je ne la prends pas pour un non');
      expect(answered.raises).toBeUndefined();
    },
  );
  test('two answers that fit nothing are treated like not knowing', () => {
    const asked = enter(library, 'passive', null, context);
    expect(textOf(goOn(asked, 'blabla'))).toMatch(/suicide|suicider/);
    expect(textOf(goOn(asked, 'blabla', 'encore bla'))).toContain(
      'Je ne la prends pas pour un non',
    );
  });
});

describe('wishes', () => {
  test('a person is asked for at any step, and the answer is true', () => {
    const asked = goOn(checkIn(), 'je veux parler à une personne');
    expect(asked.request).toBe('person');
    expect(textOf(asked)).toContain('Je préviens l’équipe maintenant');
  });
  test('the classifier’s signal for a person counts too', () => {
    const answer = { text: 'y’a pas un vrai être vivant ?', signals: ['asks-for-human'] };
    expect(reply(library, checkIn().flowState, answer, context).request).toBe('person');
  });
  test('bye ends a calm conversation at once', () => {
    expect(goOn(checkIn(), 'bye').request).toBe('end');
  });
  test('stop is met with a kind question first', () => {
    const asked = goOn(checkIn(), 'stop');
    expect(asked.request).toBeUndefined();
    expect(goOn(asked, 'stop').request).toBe('end');
  });
  test('leaving in danger is asked about, and then respected', () => {
    const asked = goOn(enter(library, 'active', null, context), 'bye');
    expect(asked.request).toBeUndefined();
    expect(textOf(asked)).toContain('es-tu en sécurité');
    const gone = goOn(asked, 'bye');
    expect(gone.request).toBe('end');
    expect(textOf(gone)).toContain('3114');
  });
  test('somebody who writes on after the end is welcome', () => {
    const ended = goOn(checkIn(), 'bye');
    expect(textOf(goOn(ended, 'en fait non'))).toContain('Te revoilà');
  });
  test('the question is asked again, in other words, after “are you a robot?”', () => {
    const first = checkIn();
    const asked = goOn(first, 't’es un robot ?');
    expect(asked.says[0]?.text).toContain('Je suis un programme');
    expect(asked.says.at(-1)?.choices?.map(({ id }) => id)).toEqual([
      'good',
      'mixed',
      'bad',
      'unsure',
    ]);
    expect(asked.says.at(-1)?.text).not.toBe(first.says.at(-1)?.text);
  });
  test('going back leads to the question before', () => {
    const later = goOn(checkIn(), 'mal', 'tout');
    expect(textOf(goOn(later, 'retour'))).toMatch(
      /pèse le plus|Je suis là|Prends ton temps|Je reste/,
    );
  });
});

describe('signals in free text', () => {
  const told = (signal: string, changes = {}, text = 'je raconte') =>
    reply(library, checkIn().flowState, { text, signals: [signal] }, aContext(changes));

  test('a means asked for is refused plainly, and suicide asked about', () => {
    const refused = told('asks-for-method');
    expect(textOf(refused)).toContain('Je ne donne aucune information sur les façons de mourir');
    expect(textOf(refused)).toContain('Est-ce que tu penses au suicide');
  });
  test.each([
    ['minor-in-danger', '119'],
    ['violence-suffered', '3919'],
    ['violence-suffered', '17'],
    ['violence-suffered', '114 par SMS'],
    ['sexual-violence', '3919'],
    ['overdose-or-poisoning', '15 ou le 112'],
    ['bereaved-by-suicide', '3114'],
  ])('%s names %s', (signal, number) => expect(textOf(told(signal))).toContain(number));

  test('where a country lacks a line, what names it is left out', () => {
    const text = textOf(told('violence-suffered', { country: 'US' }));
    expect(text).toContain('911');
    expect(text).not.toMatch(/3919|114|undefined|\{/);
  });
  test('harassment told in words names 3018', () => {
    expect(textOf(told('harassment', {}, 'on me harcèle au lycée'))).toContain('3018');
  });
  test('a classifier’s guess at a subject is no subject', () => {
    expect(textOf(told('precarity', {}, 'c’est la galère ces temps-ci'))).not.toMatch(
      /argent|papiers/i,
    );
  });
  test('a topic is named once, then listened to', () => {
    const first = told('grief', {}, 'ma grand-mère est morte');
    const answer = { text: 'encore le deuil', signals: ['grief'] };
    expect(textOf(first)).toContain('cette peine a sa place ici');
    expect(textOf(reply(library, first.flowState, answer, context))).not.toContain('sa place ici');
  });
  test('worry for somebody gets one good reply: ask them, don’t promise silence, a number', () => {
    const text = textOf(told('other-at-risk', {}, 'elle dit des choses qui font peur'));
    expect(text).toContain('Est-ce que tu penses au suicide');
    expect(text).toContain('ne promets pas de te taire');
    expect(text).toContain('3114');
    expect(text).toContain('en danger maintenant');
  });
  test('danger of somebody else that is there now names 15/112', () => {
    const text = textOf(told('other-imminent', {}, 'ma coloc est sur le toit maintenant'));
    expect(text).toContain('15 ou le 112');
  });
  test('what only the model guesses of somebody else needs a word about them', () => {
    expect(textOf(told('other-imminent'))).not.toContain('15');
    expect(textOf(told('other-at-risk'))).not.toContain('3114');
  });
  test('a line that serves two purposes is shown once', () => {
    const british = aContext({ country: 'GB', locale: 'en' });
    const numbers = reply(library, checkIn().flowState, { text: 'help' }, british);
    expect(textOf(numbers).match(/116 123/g)).toHaveLength(1);
  });
  test('younger people see their lines first among the numbers', () => {
    const numbers = reply(
      library,
      checkIn().flowState,
      { text: 'aide' },
      aContext({ ageBand: '15-17' }),
    );
    expect(textOf(numbers)).toMatch(/(?:^|\n)119\. .*\n3018\. .*\n3114\. /);
  });
});

describe('state that isn’t as expected', () => {
  test.each(['', '{', 'null', '{"v":99}', '{"v":1}', '[]', '{"v":1,"flow":"x"}'])(
    'an unreadable state (%s) restarts kindly',
    (state) => {
      const answered = reply(library, state, { text: 'tu es là ?' }, context);
      expect(answered.says[0]?.text).toContain('un programme');
      expect(textOf(answered)).toContain('perdu le fil');
    },
  );
  test('a step that no longer exists restarts kindly, knowing what was said', () => {
    const state = JSON.parse(open(library, context).flowState ?? '{}');
    const gone = JSON.stringify({ ...state, step: 'gone', flowVersion: 0 });
    expect(textOf(reply(library, gone, { text: 'et alors' }, context))).toContain('perdu le fil');
  });
  test('a lost way back leads to listening', () => {
    const state = JSON.parse(checkIn().flowState ?? '{}');
    const lost = JSON.stringify({ ...state, returnTo: [{ flow: 'gone', step: 'gone' }] });
    expect(reply(library, lost, { text: 'mal' }, context).says.length).toBeGreaterThan(0);
  });
  test('safety texts are said over an unreadable state too', () => {
    expect(textOf(enter(library, 'imminent', '{broken', context))).toContain('15 ou le 112');
  });
});
