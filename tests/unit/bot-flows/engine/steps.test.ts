import { afterAll, describe, expect, test } from '@jest/globals';
import type { DialogAnswer, DialogContext, DialogReply } from '../../../../bot-flows/dialog.ts';
import { enter, openAt, reply } from '../../../../bot-flows/engine/converse.ts';
import { readState } from '../../../../bot-flows/engine/flow-state.ts';
import { loadFlows } from '../../../../bot-flows/engine/load-flows.ts';
import { aFlowFolder } from '../../../support/flow-folder.ts';
import { aContext, realHelplines } from '../../../support/flow-library.ts';

const folder = aFlowFolder();
afterAll(() => folder.remove());
folder.change(
  'sample/flow.yaml',
  /$/,
  `
  ways:
    next:
      - { saved: { wants-more: "yes" }, go: wanted-more }
      - { age: [minor, senior], go: for-ages }
      - { country: [BE, CH], go: for-countries }
      - { hours: holiday, go: for-holidays }
      - { hours: closed, go: for-nights }
      - { handling: awaiting-responder, go: for-waiting }
      - { go: for-all }
  wanted-more: { ask: open, next: last }
  for-ages: { ask: open, next: last }
  for-countries: { ask: open, next: last }
  for-holidays: { ask: open, next: last }
  for-nights: { ask: open, next: last }
  for-waiting: { ask: open, next: last }
  for-all: { ask: open, next: last }

  cases: { ask: open, next: last }

  plan: { ask: open, save-as: own-words, next: last }
`,
);
folder.change(
  'sample/flow.yaml',
  '  wants-more: conversation-only\n',
  '  wants-more: conversation-only\n  own-words: device-only\n',
);
folder.change('sample/flow.yaml', '{ when: "yes", go: first }', '{ when: "yes", go: ways }');
folder.change(
  'sample/flow.yaml',
  'entries:\n',
  'entries:\n  ways: ways\n  cases: cases\n  plan: plan\n',
);
for (const [language, of] of [
  ['fr', { a: 'pour', more: 'Plus était voulu.' }],
  ['en', { a: 'for', more: 'More was wanted.' }],
] as const) {
  const waysTexts = ['ages', 'countries', 'holidays', 'nights', 'waiting', 'all']
    .map((name) => `for-${name}:\n  ask: ["WAY ${name}.", "WAY ${name}, ${of.a}."]\n`)
    .join('');
  folder.change(
    `sample/${language}.yaml`,
    /$/,
    `\nwanted-more: { ask: ["${of.more}", "WAY more."] }\n${waysTexts}plan: { ask: ["Plan one.", "Plan two."] }
cases:
  ask:
    - under-15: { open: "C young open.", closed: "C young closed.", holiday: "C young holiday." }
      senior: { with-bot: "C old bot.", awaiting-responder: "C old waiting." }
      else: "C else."
    - "C again."
`,
  );
}
const library = loadFlows(folder.dir, realHelplines());
const textOf = ({ says }: DialogReply) => says.map(({ text }) => text).join('\n');
const at = (step: string, context: Partial<DialogContext> = {}) =>
  openAt(library, { flow: 'sample', step }, aContext(context));
const say = (from: DialogReply, answer: string | DialogAnswer, context = aContext()) =>
  reply(library, from.flowState, typeof answer === 'string' ? { text: answer } : answer, context);
const tap = (from: DialogReply, choice: string, context = aContext()) => {
  const label = from.says.at(-1)?.choices?.find(({ id }) => id === choice)?.label;
  if (label === undefined) throw new Error(`nothing offers ${choice}`);
  return say(from, { text: label, choice }, context);
};
const stateOf = ({ flowState }: DialogReply) => readState(flowState ?? '');

describe('branches without expressions', () => {
  test.each<[string, Partial<DialogContext>]>([
    ['ages', { ageBand: 'under-15' }],
    ['ages', { ageBand: '15-17' }],
    ['ages', { ageBand: 'senior' }],
    ['countries', { country: 'BE' }],
    ['holidays', { hours: 'holiday' }],
    ['nights', { hours: 'closed' }],
    ['nights', { peopleAvailable: false }],
    ['waiting', { handling: 'awaiting-responder' }],
    ['all', { ageBand: 'adult', hours: 'open' }],
  ])('lead to what is for %s', (way, context) => {
    expect(textOf(at('ways', context))).toContain(`WAY ${way}`);
  });
  test('know what was answered before, by the id of its option', () => {
    const kept = tap(at('second'), 'yes');
    expect(stateOf(kept)?.saved).toEqual({ 'wants-more': 'yes' });
    expect(textOf(kept)).toContain('Plus était voulu.');
    expect(textOf(at('ways'))).toContain('WAY all');
  });
});

describe('texts for each case', () => {
  test.each<[string, Partial<DialogContext>]>([
    ['C young open.', { ageBand: 'under-15', hours: 'open' }],
    ['C young closed.', { ageBand: 'under-15', hours: 'closed' }],
    ['C young closed.', { ageBand: 'under-15', peopleAvailable: false }],
    ['C young holiday.', { ageBand: 'under-15', hours: 'holiday' }],
    ['C old bot.', { ageBand: 'senior' }],
    ['C old waiting.', { ageBand: 'senior', handling: 'awaiting-responder' }],
    ['C else.', { ageBand: 'adult' }],
    ['C else.', {}],
  ])('say “%s” to %j', (text, context) => expect(textOf(at('cases', context))).toBe(text));
});

describe('what is kept on the device', () => {
  test('is named to the screen, and the state knows nothing of it', () => {
    const asked = at('plan');
    expect(asked.says.at(-1)).toMatchObject({ text: 'Plan one.', keepAs: 'own-words' });
    const answered = say(asked, 'mes mots à moi');
    expect(answered.flowState).not.toContain('own-words');
    expect(answered.flowState).not.toContain('mots');
  });
});

describe('an exercise', () => {
  test('goes step by step, with a way out at each, and comes back by how it went', () => {
    const first = at('do-exercise');
    expect(textOf(first)).toBe('On compte des pierres, une à la fois.\nLa première pierre est là.');
    expect(first.says.at(-1)).toMatchObject({
      choices: [{ id: 'next' }, { id: 'stop' }],
      breath: { in: 4, out: 6, times: 3 },
    });
    const second = say(first, 'fait');
    expect(textOf(second)).toBe('Elle est plus lourde.\nLa deuxième pierre est là.');
    expect(second.says.at(-1)?.breath).toBeUndefined();
    const after = say(second, 'voilà, je l’ai');
    expect(textOf(after)).toContain('après les pierres');
    expect(textOf(tap(after, 'better'))).toContain('On laisse cela là.');
    // How it went leads on; what isn't named takes the plain way, here the offer of a person.
    expect(textOf(tap(after, 'worse'))).toContain('une personne de l’équipe pourrait venir');
    expect(textOf(say(after, 'je ne sais pas trop'))).toContain('pourrait venir');
  });
  test.each(['first-stone', 'second-stone'])('is left at %s by a tap or a word', (step) => {
    let here = at('do-exercise');
    if (step === 'second-stone') here = say(here, 'ok');
    for (const left of [tap(here, 'stop'), say(here, 'stop'), say(here, 'arrêter')]) {
      expect(textOf(left)).toContain('On laisse les pierres.');
      expect(stateOf(left)).toMatchObject({ flow: 'check-in', step: 'listen', returnTo: [] });
    }
  });
  test('gives way to danger, and is never come back to', () => {
    const safe = enter(library, 'passive', at('do-exercise').flowState, aContext());
    expect(textOf(say(safe, 'non'))).not.toContain('pierre');
    const refused = say(at('do-exercise'), { text: 'hm', signals: ['asks-for-method'] });
    expect(textOf(refused)).toContain('penses au suicide');
    expect(stateOf(refused)?.returnTo).toEqual([]);
  });
  test('goes on after a wish', () => {
    const asked = say(at('do-exercise'), 'qui es-tu');
    expect(asked.says[0]?.text).toBe('Je suis un programme.');
    expect(asked.says.at(-1)?.choices?.map(({ id }) => id)).toEqual(['next', 'stop']);
    expect(textOf(say(asked, 'fait'))).toContain('deuxième pierre');
  });
});

describe('a questionnaire', () => {
  const start = () => at('do-questionnaire');
  const through = (...choices: string[]) => choices.reduce((last, one) => tap(last, one), start());

  test('says what it is, then its items to the letter, one at a time', () => {
    expect(textOf(start())).toBe(
      'Des questions d’essai. On peut les laisser à tout moment.\nCes deux dernières semaines, à quelle fréquence\u00a0:\nIl a plu',
    );
    expect(start().says.at(-1)?.choices).toEqual([
      { id: 'a0', label: 'Jamais' },
      { id: 'a1', label: 'Plusieurs jours' },
      { id: 'a2', label: 'Presque tous les jours' },
      { id: 'stop', label: 'Laisser ces questions' },
    ]);
    expect(
      through('a1')
        .says.at(-1)
        ?.choices?.map(({ label }) => label),
    ).toEqual(['Peu', 'Beaucoup', 'Laisser ces questions']);
    expect(textOf(say(start(), 'plusieurs jours'))).toBe('Le vent a soufflé');
    expect(textOf(say(start(), 'le dernier'))).toBe(
      'On laisse ces questions.\nJe lis. Continue comme ça vient.',
    );
  });
  test('is scored and banded as its file says, and no number is said or kept', () => {
    // 2 × (1 + 0) = 2; 2 × (1 + 2) = 6.
    const calm = through('a1', 'a0', 'a0');
    expect(textOf(calm)).toContain('Un temps plutôt calme.\nCe n’est pas un diagnostic.');
    const rough = through('a1', 'a1', 'a0');
    expect(textOf(rough)).toContain('Un temps plutôt rude.');
    expect(textOf(rough)).toContain('pourrait venir');
    for (const done of [calm, rough]) {
      expect(textOf(done)).not.toMatch(/\d/);
      expect(stateOf(done)?.tally).toBeUndefined();
      expect(stateOf(done)?.saved).toEqual({});
    }
    expect(stateOf(through('a1', 'a0'))?.tally).toEqual({ 'weather.rain': 1, 'weather.wind': 0 });
  });
  test('is interrupted at once by what can’t wait, and forgotten', () => {
    for (const choice of ['a1', 'a2']) {
      const met = through('a0', 'a0', choice);
      expect(met.raises).toBe('passive');
      expect(textOf(met)).toMatch(/suicide/);
      expect(stateOf(met)).toMatchObject({ flow: 'ask-directly', step: 'direct', returnTo: [] });
      expect(stateOf(met)?.tally).toBeUndefined();
    }
    expect(through('a0', 'a0', 'a0').raises).toBeUndefined();
  });
  test('forgets its answers when it is left, or when danger comes first', () => {
    for (const left of [
      tap(through('a1'), 'stop'),
      enter(library, 'active', through('a1').flowState, aContext()),
      say(say(through('a1'), 'zxcv'), 'qwfp'),
      say(through('a1'), { text: 'hm', signals: ['asks-for-method'] }),
    ]) {
      expect(stateOf(left)?.tally).toBeUndefined();
    }
    expect(stateOf(say(through('a1'), 'qui es-tu'))?.tally).toEqual({ 'weather.rain': 1 });
  });
  test('passes by who it wasn’t made for', () => {
    for (const ageBand of ['under-15', '15-17'] as const) {
      const passed = at('do-questionnaire', { ageBand });
      expect(textOf(passed)).not.toContain('Il a plu');
      expect(textOf(passed)).toContain('Je lis.');
    }
    expect(textOf(at('do-questionnaire', { ageBand: 'senior' }))).toContain('Il a plu');
  });
  test('passes by a language it has no official wording in', () => {
    const french = aFlowFolder();
    french.change('../questionnaires/weather.yaml', /, en: "[^"]*"/g, '');
    french.change('../questionnaires/weather.yaml', / {2}en: "Over.*\n/, '');
    const half = loadFlows(french.dir, realHelplines());
    french.remove();
    const step = { flow: 'sample', step: 'do-questionnaire' };
    expect(textOf(openAt(half, step, aContext()))).toContain('Il a plu');
    const passed = openAt(half, step, aContext({ locale: 'en' }));
    expect(textOf(passed)).toBe('I’m reading. Go on as it comes.');
  });
});

describe('an offer of a person', () => {
  test('asks in the words that all offers share, and calls on a yes', () => {
    const asked = at('person');
    expect(asked.says.at(-1)?.choices?.map(({ label }) => label)).toEqual([
      'Oui, une personne',
      'Pas maintenant',
    ]);
    expect(say(asked, 'oui').request).toBe('person');
    expect(textOf(say(asked, 'non'))).toContain('On laisse cela là.');
    expect(textOf(say(say(asked, 'zxcv'), 'qwfp'))).toContain('On laisse cela là.');
  });
});
