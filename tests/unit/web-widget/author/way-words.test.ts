import { describe, expect, test } from '@jest/globals';
import type { StepWire, WayWire } from '../../../../bot-flows/author/page/page-wire.ts';
import { ENGLISH_AUTHOR } from '../../../../web-widget/author/words/english-author.ts';
import { FRENCH_AUTHOR } from '../../../../web-widget/author/words/french-author.ts';
import { wayWords } from '../../../../web-widget/author/words/way-words.ts';

const way = (changes: Partial<WayWire>): WayWire => ({
  from: 'a',
  to: 'f.b',
  kind: 'next',
  when: [],
  conditions: [],
  raises: null,
  ...changes,
});
const STEP = {
  id: 'a',
  calls: null,
  texts: {
    fr: { options: [{ id: 'person', label: 'Une personne', also: [] }] },
    en: { options: [{ id: 'person', label: 'A person', also: [] }] },
  },
} as unknown as StepWire;

describe('when a way is taken', () => {
  test.each([
    [{}, '', ''],
    [{ when: ['person'] }, 'Une personne', 'A person'],
    [{ when: ['text'] }, 'ses propres mots', 'own words'],
    [
      { when: ['person'], conditions: [{ name: 'people', values: ['away'] }] },
      'Une personne · équipe absente',
      'A person · team away',
    ],
    [
      { kind: 'hears' as const, conditions: [{ name: 'heard', values: ['has-plan'] }] },
      'entend has-plan',
      'hears has-plan',
    ],
    [{ kind: 'unclear' as const }, 'pas compris deux fois', 'not understood twice'],
    [{ raises: 'active' }, 'monte à actif', 'raises to active'],
    [
      { conditions: [{ name: 'saved', values: ['danger', 'now'] }] },
      'retenu danger\u00a0: now',
      'kept danger: now',
    ],
  ])('%j is told in both languages', (changes, fr, en) => {
    expect(wayWords(way(changes), STEP, 'fr', FRENCH_AUTHOR)).toBe(fr);
    expect(wayWords(way(changes), STEP, 'en', ENGLISH_AUTHOR)).toBe(en);
  });
});
