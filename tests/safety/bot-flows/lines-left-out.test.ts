import { describe, expect, test } from '@jest/globals';
import type { DialogReply, Occasion } from '../../../bot-flows/dialog.ts';
import { enter, reply } from '../../../bot-flows/engine/converse.ts';
import { noticeText } from '../../../bot-flows/engine/notice-text.ts';
import { linesFor } from '../../../bot-flows/helplines/helplines.ts';
import { isLasting } from '../../../bot-flows/helplines/shown-lines.ts';
import { everyVoice, realHelplines, realLibrary } from '../../support/flow-library.ts';

const library = realLibrary();
const helplines = realHelplines();
const countries = Object.keys(helplines.countries);
/** Long after every source: only what nothing can take away is left. */
const FAR = new Date('2100-01-04T03:00:00Z');
const textOf = ({ says }: DialogReply) => says.map(({ text }) => text).join('\n');
const holds = (text: string, label: string) =>
  new RegExp(`(?<!\\d)${label.replace(/\s/g, '\\s')}(?!\\d)`).test(text);

describe.each(countries)('in %s, when every source is past its date', (country) => {
  const lines = linesFor(helplines, country);
  const lasting = lines.filter(isLasting).map(({ label }) => label);
  const gone = lines
    .filter((line) => !isLasting(line) && !lasting.includes(line.label))
    .map(({ label }) => label);
  const voices = everyVoice().map((voice) => ({ ...voice, country, now: FAR }));

  test('danger is still answered with a number, and never with one that was left out', () => {
    const occasions: readonly Occasion[] = ['passive', 'active', 'imminent'];
    for (const context of voices) {
      for (const occasion of occasions) {
        let said = enter(library, occasion, null, context);
        const first = textOf(said);
        expect(lasting.some((label) => holds(first, label))).toBe(true);
        for (const text of ['hm', 'oui', 'non', 'les numéros', 'non', 'hm']) {
          for (const label of gone) expect(holds(textOf(said), label)).toBe(false);
          expect(textOf(said)).not.toMatch(/[{}]|undefined|null/);
          expect(said.failed).toBe(false);
          said = reply(library, said.flowState, { text }, context);
        }
      }
    }
  });

  test('nothing is said of a suicide line that isn’t there', () => {
    if (lines.some((line) => isLasting(line) && line.kind.includes('suicide'))) return;
    for (const context of voices) {
      const said = textOf(enter(library, 'passive', null, context));
      expect(said).not.toMatch(/ligne de prévention|numéro national|suicide line|helpline/i);
    }
  });

  test('nobody yet, and the fall-back, have a number', () => {
    for (const context of voices) {
      for (const id of ['nobody-yet', 'fallback']) {
        const text = noticeText(library, id, context);
        expect(lasting.some((label) => holds(text, label))).toBe(true);
      }
    }
  });
});
