import { describe, expect, test } from '@jest/globals';
import type { DialogContext } from '../../../bot-flows/dialog.ts';
import { openAt, reply } from '../../../bot-flows/engine/converse.ts';
import { aContext, realLibrary } from '../../support/flow-library.ts';

const library = realLibrary();
/** Subjects somebody stays with, and comes back to. */
const subjects = [...library.flows.values()]
  .map(({ flow }) => flow)
  .filter(
    ({ id, steps }) => steps.named !== undefined && steps.stay !== undefined && id !== 'young',
  )
  .map(({ id }) => id);
/** In their own words, of which the flows know none. */
const WORDS = 'brume granit velours ardoise safran menthe ambre lichen sureau tilleul cuivre osier';

function said(subject: string, context: DialogContext): readonly string[] {
  let last = openAt(library, { flow: subject, step: 'named' }, context);
  const bubbles = last.says.map(({ text }) => text);
  for (const text of WORDS.split(' ')) {
    last = reply(library, last.flowState, { text }, context);
    bubbles.push(...last.says.map((bubble) => bubble.text));
  }
  return bubbles;
}

describe('twelve turns on one subject', () => {
  test('there are subjects', () => expect(subjects.length).toBeGreaterThanOrEqual(28));

  test.each(subjects)('%s never says the same twice', (subject) => {
    for (const locale of ['fr', 'en'] as const) {
      for (const address of ['tu', 'vous'] as const) {
        for (const peopleAvailable of [true, false]) {
          const bubbles = said(subject, aContext({ locale, address, peopleAvailable }));
          const twice = bubbles.filter((text, index) => bubbles.indexOf(text) !== index);
          expect(twice).toEqual([]);
        }
      }
    }
  });
});
