import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import type { DialogContext, DialogReply } from '../../../bot-flows/dialog.ts';
import { languagesOf } from '../../../bot-flows/engine/compile-questionnaire.ts';
import { openAt, reply } from '../../../bot-flows/engine/converse.ts';
import { highestScore, type Questionnaire } from '../../../bot-flows/engine/questionnaire.ts';
import { aContext, realLibrary } from '../../support/flow-library.ts';

const library = realLibrary();
const all: Readonly<Record<string, Questionnaire>> = library.content.questionnaires?.all ?? {};
const named = (id: string): Questionnaire => {
  const found = all[id];
  if (!found) throw new Error(`no questionnaire is called "${id}"`);
  return found;
};
const textOf = ({ says }: DialogReply) => says.map(({ text }) => text).join('\n');
const LOCALES = ['fr', 'en'] as const;

/** Taps one answer after the other, from the first item on. */
function answering(id: string, answers: readonly number[], context: DialogContext) {
  let said = openAt(library, { flow: `questionnaire-${id}`, step: 'start' }, context);
  for (const answer of answers) {
    said = reply(library, said.flowState, { text: '', choice: `a${answer}` }, context);
  }
  return said;
}

/** Every word that was published, as one line that changes with any of them. */
function fingerprint(id: string, language: 'fr' | 'en'): string {
  const { lead, answers, items } = named(id);
  const words = [
    lead[language],
    ...answers.flatMap(({ value, text }) => [value, text[language]]),
    ...items.flatMap((item) => [
      item.text[language],
      ...(item.answers ?? []).flatMap(({ value, text }) => [value, text[language]]),
    ]),
  ];
  return createHash('sha256').update(words.join('\n')).digest('hex').slice(0, 12);
}

describe('published questionnaires', () => {
  test('are in French only where an official wording was found in full', () => {
    const languages = Object.values(all).map((one) => `${one.id}: ${languagesOf(one).join(', ')}`);
    expect(languages.toSorted()).toEqual([
      'audit-c: en',
      'gad-7: fr, en',
      'k6: en',
      'phq-2: fr, en',
      'phq-9: fr, en',
      'who-5: en',
    ]);
  });

  // Whoever changes a word compares it with the source first, then writes the new line here.
  test.each([
    ['phq-9', 'fr', '620718a2f93b'],
    ['phq-9', 'en', 'c248d2049d5c'],
    ['phq-2', 'fr', 'b9a0b3560322'],
    ['phq-2', 'en', '6a7fd45008f0'],
    ['gad-7', 'fr', '2d525898212a'],
    ['gad-7', 'en', '02c780040ee5'],
    ['who-5', 'en', 'bdc4e00274ba'],
    ['k6', 'en', 'dedb13434ae4'],
    ['audit-c', 'en', '41340897482c'],
  ] as const)('%s is word for word as it was read in its source, in %s', (id, language, line) => {
    expect(fingerprint(id, language)).toBe(line);
  });

  test.each([
    ['phq-9', 27, [4, 9, 14, 19, 27]],
    ['phq-2', 6, [2, 6]],
    ['gad-7', 21, [4, 9, 14, 21]],
    ['who-5', 100, [28, 50, 100]],
    ['k6', 24, [12, 24]],
    ['audit-c', 12, [2, 3, 12]],
  ])('%s counts to %i in the bands that were published', (id, highest, tops) => {
    expect(highestScore(named(id))).toBe(highest);
    expect(named(id).bands.map((band) => band['up-to'])).toEqual(tops);
  });

  test('the lowest answer about worry is “not at all”, not the misprint', () => {
    expect(named('gad-7').answers.find(({ value }) => value === 0)?.text.en).toBe('Not at all');
  });

  test.each(Object.keys(all))('%s is announced, left at any item, and no diagnosis', (id) => {
    for (const locale of LOCALES) {
      if (!languagesOf(named(id)).includes(locale)) continue;
      const context = aContext({ locale });
      const begun = answering(id, [], context);
      expect(textOf(begun)).toMatch(/Ce n’est pas un diagnostic|This is not a diagnosis/);
      for (const [index] of named(id).items.entries()) {
        const here = answering(id, Array(index).fill(0), context);
        expect(here.says.at(-1)?.choices?.at(-1)?.id).toBe('stop');
      }
      const none = named(id).items.map(() => 0);
      expect(textOf(answering(id, none, context))).toMatch(/pas un diagnostic|not a diagnosis/);
    }
  });
});

describe('the last question of the PHQ-9', () => {
  test.each([1, 2, 3])('answered with %i is never left for the end', (answer) => {
    for (const locale of LOCALES) {
      const said = answering('phq-9', [0, 0, 0, 0, 0, 0, 0, 0, answer], aContext({ locale }));
      expect(said.raises).toBe('passive');
      expect(textOf(said)).toMatch(/suicide/);
      expect(textOf(said)).toContain('3114');
      expect(textOf(said)).not.toMatch(/diagnosti[cs]/);
    }
  });
  test('answered with none clears nobody: the result is told like any other', () => {
    const said = answering('phq-9', [3, 3, 3, 3, 3, 3, 3, 3, 0], aContext());
    expect(said.raises).toBeUndefined();
    expect(textOf(said)).toContain('niveau fort');
  });
});

describe('whom they are for', () => {
  test.each(['under-15', '15-17'] as const)('%s is led past those made for adults', (ageBand) => {
    for (const id of ['phq-9', 'phq-2', 'gad-7', 'k6', 'audit-c']) {
      const said = answering(id, [], aContext({ locale: 'en', ageBand }));
      expect(textOf(said)).not.toContain(named(id).lead.en);
    }
  });
  test('who speaks French isn’t offered what has no French wording', () => {
    const offered = (locale: 'fr' | 'en') =>
      openAt(library, { flow: 'questions', step: 'named' }, aContext({ locale }))
        .says.at(-1)
        ?.choices?.map(({ id }) => id);
    expect(offered('fr')).toEqual(['mood', 'worry', 'no']);
    expect(offered('en')).toEqual(['mood', 'worry', 'wellbeing', 'strain', 'alcohol', 'no']);
  });
  test('that one language lacks is left, kindly, by who changes to it half-way', () => {
    const english = aContext({ locale: 'en' });
    const named = openAt(library, { flow: 'questions', step: 'pick-more' }, english);
    for (const [option, id] of [
      ['wellbeing', 'who-5'],
      ['strain', 'k6'],
    ] as const) {
      const tapped = { text: option, choice: option };
      const first = reply(library, named.flowState, tapped, english);
      const half = reply(library, first.flowState, { text: '', choice: 'a1' }, english);
      expect(half.flowState).toContain(`questionnaire-${id}`);
      const changed = reply(library, half.flowState, { text: 'en français' }, english);
      // Whether the person is asked, or the place is spoken in another language from now on.
      for (const said of [
        changed,
        reply(library, half.flowState, { text: 'hm' }, aContext()),
        reply(library, half.flowState, { text: '', choice: 'a1' }, aContext()),
      ]) {
        expect(said.failed).toBe(false);
        expect(JSON.parse(said.flowState ?? '')).toMatchObject({ flow: 'questions', step: 'left' });
      }
      expect(changed.language).toBe('fr');
      expect(changed.flowState).not.toContain('tally');
    }
  });
});
