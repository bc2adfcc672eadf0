import { describe, expect, test } from '@jest/globals';
import type { DialogContext, DialogReply, Occasion } from '../../../../bot-flows/dialog.ts';
import { enter, openAt, reply } from '../../../../bot-flows/engine/converse.ts';
import { realLibrary } from '../../../support/flow-library.ts';

const library = realLibrary();
const context: DialogContext = {
  locale: 'en',
  address: 'tu',
  siteName: 'Veilleuse',
  peopleAvailable: true,
  country: 'FR',
  now: new Date('2026-11-26T20:30:00Z'),
};
const at = (step: string) => {
  const [flow = '', name = ''] = step.split('.');
  return openAt(library, { flow, step: name }, context);
};
const stepOf = ({ flowState }: DialogReply) => {
  const { flow, step } = JSON.parse(flowState ?? '{}');
  return `${flow}.${step}`;
};
const seen = (from: DialogReply, occasion: Occasion, text: string, signals: string[] = []) =>
  enter(library, occasion, from.flowState, context, { text, signals: [...signals, 'rule-none'] });

describe('what only the model sees', () => {
  test('is the answer to the question that was asked', () => {
    const answered = seen(at('ask-directly.direct'), 'active', 'for months', ['suicidal-thoughts']);
    expect(answered.raises).toBe('active');
    expect(stepOf(answered)).toBe('ask-directly.safe-now');
  });
  test.each(['not really', 'no', 'i don’t think about it'])('“%s” stays a no', (text) => {
    const answered = seen(at('ask-directly.direct'), 'active', text, ['suicidal-thoughts']);
    expect(answered.raises).toBeUndefined();
    expect(stepOf(answered)).toBe('ask-directly.not-suicide');
  });
  test('a plain wish is met as such', () => {
    expect(stepOf(seen(at('check-in.listen'), 'passive', 'who reads this'))).toBe(
      'check-in.listen',
    );
  });
  test('is asked about once, with what was written met first', () => {
    const asked = seen(at('check-in.listen'), 'passive', 'i am so tired');
    expect(stepOf(asked)).toBe('ask-directly.in-doubt');
    const after = seen(asked, 'passive', 'the flat is empty');
    expect(after.says.some(({ text }) => /suicid/i.test(text))).toBe(false);
  });
  test('in worry for another, the writer is asked as well', () => {
    const worried = reply(
      library,
      at('check-in.listen').flowState,
      { text: 'i’m worried about my friend' },
      context,
    );
    expect(stepOf(seen(worried, 'active', 'i can’t get up any more'))).toBe(
      'ask-directly.in-doubt-of-you',
    );
  });
});

test('never four turns running that ask about danger', () => {
  let turn = at('ask-directly.direct');
  const asked = [true];
  for (const text of ['the rent', 'my boss', 'i am tired', 'the dog', 'the bus']) {
    turn = enter(library, 'passive', turn.flowState, context, { text, signals: ['rule-passive'] });
    asked.push(/suicid|kill/i.test(turn.says.at(-1)?.text ?? ''));
  }
  expect(asked.join(' ')).not.toContain('true true true true');
});

test('“no, not tonight” isn’t “no, not safe”', () => {
  const told = reply(
    library,
    at('ask-directly.safe-now').flowState,
    { text: 'no not tonight' },
    context,
  );
  expect(told.raises).toBeUndefined();
});
