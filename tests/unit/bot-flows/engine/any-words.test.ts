import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { DialogAnswer, DialogReply, Occasion } from '../../../../bot-flows/dialog.ts';
import { enter, open, reply } from '../../../../bot-flows/engine/converse.ts';
import { readState } from '../../../../bot-flows/engine/flow-state.ts';
import { everyVoice, realHelplines, realLibrary } from '../../../support/flow-library.ts';

const library = realLibrary();
const common = [
  'oui',
  'non',
  'jsp',
  'bof',
  'yes',
  'no',
  'idk',
  '1',
  '2',
  'stop',
  'bye',
  'aide',
  'retour',
  'recommencer',
  'une personne',
  'who are you',
  'pourquoi',
  'qui lit ?',
  'je ne peux pas',
  'j’appelle',
  'exercice',
  'respirer',
  'mal',
  'rien',
  'ok',
  'lol',
  '???',
  '…',
  '\u200b',
  'ma mère',
  'maintenant',
  'english',
  'on continue',
];
const signals = (library.flows.get('everywhere')?.flow['on-signal'] ?? []).flatMap(
  ({ signal }) => signal,
);
const words = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...common) },
  { weight: 2, arbitrary: fc.string({ minLength: 1, maxLength: 60, unit: 'grapheme' }) },
  { weight: 1, arbitrary: fc.lorem({ maxCount: 30 }) },
);
type Move =
  | { readonly kind: 'say'; readonly answer: DialogAnswer }
  | { readonly kind: 'tap'; readonly index: number }
  | { readonly kind: 'enter'; readonly occasion: Occasion };
const move: fc.Arbitrary<Move> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('say' as const),
      answer: fc.record({ text: words, signals: fc.subarray(signals, { maxLength: 2 }) }),
    }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('tap' as const), index: fc.nat(5) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('enter' as const),
      occasion: fc.constantFrom<Occasion>('passive', 'active', 'imminent'),
    }),
  },
);
const countries = Object.keys(realHelplines().countries);

test('whatever is written or tapped, something new is said, briefly, and the talk can go on', () => {
  fc.assert(
    fc.property(
      fc.array(move, { minLength: 1, maxLength: 40 }),
      fc.constantFrom(...everyVoice()),
      fc.constantFrom(...countries, 'ZZ'),
      fc.boolean(),
      (moves, voice, country, opened) => {
        const context = { ...voice, country };
        let last: DialogReply | null = opened ? open(library, context) : null;
        let lastText = last?.says.at(-1)?.text;
        for (const step of moves) {
          const state: string | null = last?.flowState ?? null;
          const tapped = step.kind === 'tap' ? last?.says.at(-1)?.choices?.[step.index] : undefined;
          const said =
            step.kind === 'say'
              ? step.answer
              : tapped
                ? { text: tapped.label, choice: tapped.id }
                : { text: 'hm' };
          last =
            step.kind === 'enter'
              ? enter(library, step.occasion, state, context)
              : reply(library, state, said, context);
          expect(last.failed).toBe(false);
          expect(last.says.length).toBeGreaterThan(0);
          expect(last.says.length).toBeLessThanOrEqual(3);
          for (const { text } of last.says) {
            expect(text).not.toBe(lastText);
            expect(text.length).toBeLessThanOrEqual(280);
            expect(text).not.toMatch(/[{}]|undefined/);
            lastText = text;
          }
          expect(last.says.slice(0, -1).every(({ choices }) => choices === undefined)).toBe(true);
          expect(JSON.stringify(readState(last.flowState ?? ''))).toBe(last.flowState);
          expect(last.flowState?.length).toBeLessThan(6000);
        }
      },
    ),
    { numRuns: 400 },
  );
});

test('thirty messages that nobody could understand get no sentence twice within ten turns', () => {
  for (const context of everyVoice()) {
    let last = open(library, context);
    const heard: string[] = [];
    for (let turn = 0; turn < 30; turn++) {
      last = reply(library, last.flowState, { text: `zxcv ${turn} qwfp` }, context);
      for (const { text } of last.says) {
        expect(heard.slice(-10)).not.toContain(text);
        heard.push(text);
      }
    }
  }
});

test('the state holds nothing a person wrote', () => {
  const context = everyVoice()[0];
  if (!context) throw new Error('no voice');
  let last = open(library, context);
  for (const text of ['mon secret zanzibar', 'je m’appelle Zanzibar', 'zanzibar']) {
    last = reply(library, last.flowState, { text }, context);
    expect(last.flowState?.toLowerCase()).not.toContain('zanzibar');
  }
});
