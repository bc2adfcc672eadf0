import { describe, expect, test } from '@jest/globals';
import type { DialogContext, DialogReply, Occasion } from '../../../bot-flows/dialog.ts';
import { enter, open, reply } from '../../../bot-flows/engine/converse.ts';
import { linesFor } from '../../../bot-flows/helplines/helplines.ts';
import { SIGNALS } from '../../../classifiers/lexicon/signals.ts';
import { everyVoice, realHelplines, realLibrary } from '../../support/flow-library.ts';

const library = realLibrary();
const AGES = [undefined, 'under-15', '15-17', '18-25', 'adult', 'senior'] as const;
const voices: readonly DialogContext[] = everyVoice().flatMap((voice) =>
  AGES.map((ageBand) => ({ ...voice, ...(ageBand && { ageBand }) })),
);
const named = (library.flows.get('everywhere')?.flow['on-signal'] ?? []).flatMap(
  ({ signal }) => signal,
);
const signals = [...new Set([...SIGNALS, ...named])];
const labels = linesFor(realHelplines(), 'FR').map(({ label }) => label);
const textOf = ({ says }: DialogReply) => says.map(({ text }) => text).join('\n');

const isAnAnswer = (said: DialogReply) => {
  expect(said.failed).toBe(false);
  expect(said.says.length).toBeGreaterThan(0);
  expect(said.says.length).toBeLessThanOrEqual(3);
};

describe('every level × signal × handling × open or closed × age band', () => {
  test.each(signals)('%s has an answer before danger and after', (signal) => {
    for (const context of voices) {
      // With the bot; waiting for a person; at each level that was reached before.
      const asked = reply(
        library,
        open(library, context).flowState,
        { text: 'une personne' },
        context,
      );
      const states = [
        open(library, context).flowState,
        asked.flowState,
        ...(['passive', 'active', 'imminent'] as const).map(
          (occasion) => enter(library, occasion, null, context).flowState,
        ),
      ];
      for (const state of states) {
        isAnAnswer(reply(library, state, { text: 'hm', signals: [signal] }, context));
      }
    }
  });

  test('danger comes before whatever was under way, with a number', () => {
    const occasions: readonly Occasion[] = ['passive', 'active', 'imminent'];
    for (const context of voices) {
      for (const signal of signals) {
        const before = reply(library, null, { text: 'hm', signals: [signal] }, context);
        for (const occasion of occasions) {
          const said = enter(library, occasion, before.flowState, context);
          isAnAnswer(said);
          expect(labels.some((label) => textOf(said).includes(label))).toBe(true);
        }
      }
    }
  });
});
