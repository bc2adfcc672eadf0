import { describe, expect, test } from '@jest/globals';
import type { DialogContext, DialogReply, Notice, Occasion } from '../../../bot-flows/dialog.ts';
import { enter, reply } from '../../../bot-flows/engine/converse.ts';
import { noticeText } from '../../../bot-flows/engine/notice-text.ts';
import { linesFor } from '../../../bot-flows/helplines/helplines.ts';
import { everyVoice, realHelplines, realLibrary } from '../../support/flow-library.ts';

const library = realLibrary();
const helplines = realHelplines();
const occasions: readonly Occasion[] = ['passive', 'active', 'imminent'];
const voices: readonly DialogContext[] = Object.keys(helplines.countries)
  .concat('ZZ')
  .flatMap((country) => everyVoice().map((voice) => ({ ...voice, country })));
const textOf = ({ says }: DialogReply) => says.map(({ text }) => text).join('\n');
const labels = (country: string, emergency: boolean) =>
  linesFor(helplines, country)
    .filter((line) => !emergency || line.emergency)
    .map(({ label }) => label);
const namesOne = (text: string, numbers: readonly string[]) =>
  numbers.some((number) => text.includes(number));

describe.each(occasions)('on the occasion %s', (occasion) => {
  test('six times over there are numbers of the country, short bubbles and other words', () => {
    for (const context of voices) {
      let state: string | null = null;
      let before = '';
      for (let time = 0; time < 6; time++) {
        const said = enter(library, occasion, state, context);
        const text = textOf(said);
        expect(said.says.length).toBeLessThanOrEqual(3);
        for (const bubble of said.says) expect(bubble.text.length).toBeLessThanOrEqual(280);
        expect(namesOne(text, labels(context.country, false))).toBe(true);
        if (occasion === 'imminent') {
          expect(namesOne(said.says[0]?.text ?? '', labels(context.country, true))).toBe(true);
        }
        expect(text).not.toBe(before);
        before = text;
        state = said.flowState;
      }
    }
  });

  test('what is said about the team is true', () => {
    for (const context of voices) {
      let state: string | null = null;
      for (let time = 0; time < 4; time++) {
        const said = enter(library, occasion, state, context);
        const text = textOf(said);
        state = said.flowState;
        if (context.peopleAvailable) {
          expect(text).not.toMatch(
            /n’est (toujours )?pas là|n’est là en ce moment|isn’t (here|back)|is here right now/i,
          );
        } else {
          expect(text).not.toMatch(
            /J’appelle|est appelée|est prévenue|va lire|I’m calling|has been called|has been told|is going to read/,
          );
        }
      }
    }
  });
});

test('in France 3114 is named first for thoughts, 15 or 112 and 114 in writing for danger', () => {
  for (const context of everyVoice()) {
    for (const occasion of ['passive', 'active'] as const) {
      expect(textOf(enter(library, occasion, null, context)).match(/\d{2,4}/)?.[0]).toBe('3114');
    }
    const imminent = textOf(enter(library, 'imminent', null, context));
    expect(imminent).toMatch(
      context.locale === 'fr' ? /15 ou le 112.*114, par SMS/ : /15 or 112.*114, by text/,
    );
    expect(imminent).not.toContain('3114');
  }
});

test('after a passive message the question is asked plainly at once', () => {
  for (const context of voices) {
    expect(enter(library, 'passive', null, context).says.at(-1)?.text).toMatch(/suicide/);
  }
});

test('in danger nothing is an exercise or a form, and at most one thing is asked', () => {
  for (const context of voices) {
    let said = enter(library, 'imminent', null, context);
    for (const text of ['hm', 'non', 'je sais pas', 'oui', 'peut-être', 'hm', 'ok', 'hm']) {
      expect(textOf(said)).not.toMatch(/exercice|exercise|respir|breath/i);
      expect(textOf(said).match(/\?/g)?.length ?? 0).toBeLessThanOrEqual(1);
      said = reply(library, said.flowState, { text }, context);
    }
  }
});

test('refusing the numbers never ends the talk', () => {
  for (const context of everyVoice()) {
    let said = enter(library, 'active', null, context);
    for (const text of [
      'je veux pas appeler',
      'no numbers',
      'non',
      'laissez-moi avec vos numéros',
      'non',
    ]) {
      said = reply(library, said.flowState, { text }, context);
      expect(said.request).not.toBe('end');
      expect(said.says.length).toBeGreaterThan(0);
    }
  }
});

test('every notice and the fall-back can be said everywhere, with a number where nobody answers', () => {
  const notices: readonly Notice[] = [
    'responder-joined',
    'responder-left',
    'nobody-yet',
    'closed-by-responder',
    'closed-by-participant',
  ];
  for (const context of voices) {
    for (const notice of notices) expect(noticeText(library, notice, context)).not.toMatch(/[{}]/);
    for (const id of ['nobody-yet', 'fallback']) {
      expect(namesOne(noticeText(library, id, context), labels(context.country, true))).toBe(true);
    }
  }
});
