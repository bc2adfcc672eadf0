import { describe, expect, test } from '@jest/globals';
import type { DialogContext, DialogReply } from '../../../bot-flows/dialog.ts';
import { openAt, reply } from '../../../bot-flows/engine/converse.ts';
import { everyVoice, realLibrary } from '../../support/flow-library.ts';

const library = realLibrary();
const all = library.content.exercises?.all ?? {};
const begin = (id: string, context: DialogContext) =>
  openAt(library, { flow: `exercise-${id}`, step: 'start' }, context);
const textOf = ({ says }: DialogReply) => says.map(({ text }) => text).join('\n');

describe('exercises', () => {
  test('are the eight of the design', () => {
    expect(Object.keys(all)).toEqual([
      'activation',
      'balanced-thought',
      'grounding',
      'kind-letter',
      'paced-breathing',
      'problem-solving',
      'sleep',
      'worry-time',
    ]);
  });

  test.each(Object.keys(all))('%s can be left at any step, kindly', (id) => {
    for (const context of everyVoice()) {
      const steps = all[id]?.exercise.steps ?? [];
      for (const [index] of steps.entries()) {
        let here = begin(id, context);
        for (let done = 0; done < index; done++) {
          here = reply(library, here.flowState, { text: '', choice: 'next' }, context);
        }
        expect(here.says.at(-1)?.choices?.map((choice) => choice.id)).toEqual(['next', 'stop']);
        const left = reply(library, here.flowState, { text: '', choice: 'stop' }, context);
        expect(left.failed).toBe(false);
        expect(left.says.length).toBeGreaterThan(0);
      }
    }
  });

  test.each(Object.keys(all))('%s says how long, or what it is, and that it can stop', (id) => {
    for (const context of everyVoice()) {
      expect(textOf(begin(id, context))).toMatch(/arrêt|stop/i);
    }
  });

  test.each([
    'grief',
    'bereaved',
    'home-violence',
    'sexual-violence',
    'child-danger',
    'bullying',
    'discrimination',
    'self-harm',
    'hurt-others',
    'ask-directly',
  ])('a thought is never weighed in “%s”', (flow) => {
    expect(all['balanced-thought']?.exercise['never-in']).toContain(flow);
  });

  test('a thought isn’t weighed once danger has shown in the conversation', () => {
    const practise = library.flows.get('school')?.flow.steps.practise;
    expect(practise?.next).toEqual([
      { after: 'ask-directly.active', go: 'practise-quietly' },
      { go: 'practise-thoughts' },
    ]);
  });

  test('no breath is held', () => {
    for (const locale of ['fr', 'en'] as const) {
      const [context] = everyVoice().filter((voice) => voice.locale === locale);
      if (!context) continue;
      const settled = reply(
        library,
        begin('paced-breathing', context).flowState,
        { text: '', choice: 'next' },
        context,
      );
      expect(textOf(settled)).toMatch(/sans retenir|don’t hold it/);
      expect(settled.says.at(-1)?.breath).toEqual({ in: 5, out: 5, times: 12 });
    }
  });
});
