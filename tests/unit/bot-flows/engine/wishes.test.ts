import { describe, expect, test } from '@jest/globals';
import type { Question } from '../../../../bot-flows/engine/question.ts';
import { understand } from '../../../../bot-flows/engine/understand.ts';
import { realLibrary } from '../../../support/flow-library.ts';
import { wishes } from '../../../support/wish-wordings.ts';

const { words, content } = realLibrary();
const languages = [words.fr, words.en];
const shared = content.exercises?.shared;
if (!shared) throw new Error('no exercises');

const inBoth = (fr: object = {}, en: object = {}): Question['options'] =>
  Object.keys(fr).map((id) => ({
    id,
    texts: [fr, en].map((options) => (options as Record<string, string>)[id] ?? ''),
  }));
/** A step of every kind, with the options a person sees there. */
const STEPS: Readonly<Record<string, Question>> = {
  'an open question': { ask: 'open', options: [] },
  'an open question with options': {
    ask: 'open',
    options: inBoth(
      { tell: 'En parler', other: 'Autre chose' },
      { tell: 'Talk about it', other: 'Something else' },
    ),
  },
  'a choice': {
    ask: 'choice',
    options: inBoth({ good: 'Plutôt bien', bad: 'Mal' }, { good: 'Rather well', bad: 'Badly' }),
  },
  'yes or no': {
    ask: 'yes-no',
    options: inBoth(
      { yes: 'Oui', no: 'Non', unsure: 'Je ne sais pas' },
      { yes: 'Yes', no: 'No', unsure: 'I don’t know' },
    ),
  },
  'a step of an exercise': {
    ask: 'open',
    options: inBoth(shared.fr.step?.options, shared.en.step?.options),
  },
  'an item of a questionnaire': {
    ask: 'choice',
    options: inBoth(
      {
        a0: 'Jamais',
        a1: 'Plusieurs jours',
        a2: 'Plus de la moitié du temps',
        a3: 'Presque tous les jours',
        stop: 'Laisser ces questions',
      },
      {
        a0: 'Not at all',
        a1: 'Several days',
        a2: 'More than half the days',
        a3: 'Nearly every day',
        stop: 'Leave these questions',
      },
    ),
  },
};

describe.each(Object.entries(STEPS))('at %s', (_name, question) => {
  test.each(wishes())('%s: “%s”', (wish, text) => {
    const meaning = understand({ text }, question, languages);
    // Where something can be left, stopping leaves it.
    const leaves = meaning.kind === 'option' && meaning.option === 'stop' && wish === 'stop';
    expect(leaves ? { kind: 'intent', intent: 'stop' } : meaning).toEqual({
      kind: 'intent',
      intent: wish,
    });
  });
});

test('there are more than two hundred wordings, in both languages', () => {
  expect(wishes().length).toBeGreaterThanOrEqual(200);
  expect(new Set(wishes().map(([, text]) => text)).size).toBe(wishes().length);
});
