import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { DialogContext, DialogReply } from '../../../../bot-flows/dialog.ts';
import { openAt, reply } from '../../../../bot-flows/engine/converse.ts';
import { type FlowState, readState } from '../../../../bot-flows/engine/flow-state.ts';
import { languageOf } from '../../../../bot-flows/engine/languages.ts';
import { loadFlows } from '../../../../bot-flows/engine/load-flows.ts';
import type { LoadedFlow } from '../../../../bot-flows/engine/run-flow.ts';
import { SMALL_DIR } from '../../../support/flow-folder.ts';
import { everyVoice, realHelplines, realLibrary } from '../../../support/flow-library.ts';

/** Five hundred in `.ci/run`; as many as nobody waits for, while one works. */
const MESSAGES = Number(process.env.FLOW_MESSAGES ?? 12);
const message = fc.oneof(
  { weight: 3, arbitrary: fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' }) },
  { weight: 2, arbitrary: fc.lorem({ maxCount: 12 }) },
  {
    weight: 2,
    arbitrary: fc.constantFrom('?', '…', '\u200b', '😶', '   ', 'hm', 'ok', '42', 'NON !!'),
  },
  {
    weight: 2,
    arbitrary: fc
      .array(
        fc.constantFrom('je', 'pas', 'oui', 'non', 'mal', 'la', 'I', 'not', 'yes', 'no', 'so'),
        {
          minLength: 1,
          maxLength: 12,
        },
      )
      .map((words) => words.join(' ')),
  },
);
const arbitrary = fc.sample(message, { numRuns: 500, seed: 20261126 });
/** Others at each step, so that all of them come somewhere. */
const messagesAt = (index: number): readonly string[] =>
  Array.from({ length: MESSAGES }, (_, at) => arbitrary[(index * MESSAGES + at) % 500] ?? '');
/** What no step could understand. */
const MURMURS = ['zxcv qwfp', 'brrr tk', 'hmm mmh hmm', 'azertyui op', 'lalala pff'];

/** The flows that ship, and a library with an exercise, a questionnaire and an offer. */
const libraries = [realLibrary(), loadFlows(SMALL_DIR, realHelplines())];
const steps = libraries.flatMap((library) =>
  [...library.flows.values()].flatMap(({ flow }) =>
    Object.entries(flow.steps)
      .filter(([, step]) => step.ask !== undefined)
      .map(([step, { ask }]) => ({ library, flow: flow.id, step, ask })),
  ),
);
type Standing = (typeof steps)[number];
/** One of the voices in which there is such a step; some questionnaires speak one language. */
const voiceOf = ({ library, flow, step }: Standing) => {
  const { texts } = library.flows.get(flow) as LoadedFlow;
  const able = everyVoice().filter(({ locale }) => texts[languageOf(locale)][step] !== undefined);
  return able[
    steps.findIndex((one) => one.flow === flow && one.step === step) % able.length
  ] as DialogContext;
};
const stateOf = ({ flowState }: DialogReply): FlowState => {
  const state = readState(flowState ?? '');
  if (!state) throw new Error('no state');
  return state;
};

describe('every step that takes words', () => {
  test(`answers any of ${MESSAGES} messages, in three bubbles at most, and goes on from there`, () => {
    for (const [index, standing] of steps.entries()) {
      const { library, flow, step } = standing;
      const voice = voiceOf(standing);
      const { flowState } = openAt(library, { flow, step }, voice);
      for (const text of messagesAt(index)) {
        const { says, failed, flowState: after } = reply(library, flowState, { text }, voice);
        if (failed || says.length < 1 || says.length > 3 || !after) {
          throw new Error(`"${flow}.${step}" answers ${JSON.stringify(text)} with ${says.length}`);
        }
      }
    }
    expect(steps.length).toBeGreaterThan(100);
  });

  test('asks a closed question three times at most before it goes on, whatever isn’t understood', () => {
    for (const standing of steps) {
      const { library, flow, step, ask } = standing;
      if (ask === 'open') continue;
      const voice = voiceOf(standing);
      let last = openAt(library, { flow, step }, voice);
      for (let turn = 0; turn < 3; turn++) {
        last = reply(
          library,
          last.flowState,
          { text: MURMURS[turn % MURMURS.length] ?? '' },
          voice,
        );
      }
      const { flow: nowIn, step: now } = stateOf(last);
      expect(`${flow}.${step} → ${nowIn}.${now}`).not.toBe(`${flow}.${step} → ${flow}.${step}`);
    }
  });

  test('says nothing twice within ten turns, but for a closed question that still waits', () => {
    const twice: string[] = [];
    // The smallest library has too few wordings for that.
    for (const standing of steps) {
      const { library, flow, step } = standing;
      if (library !== libraries[0]) continue;
      const voice = voiceOf(standing);
      let last = openAt(library, { flow, step }, voice);
      const heard: string[][] = [];
      for (let turn = 0; turn < 20; turn++) {
        const text = `${MURMURS[turn % MURMURS.length]} ${turn}`;
        last = reply(library, last.flowState, { text }, voice);
        const state = stateOf(last);
        const { ask } = library.flows.get(state.flow)?.flow.steps[state.step] ?? {};
        const said = last.says.map((bubble) => bubble.text);
        const isClosed = ask === 'yes-no' || ask === 'choice';
        for (const bubble of isClosed ? said.slice(0, -1) : said) {
          if (heard.slice(-10).flat().includes(bubble)) {
            twice.push(`from "${flow}.${step}" on, at "${state.flow}.${state.step}", “${bubble}”`);
          }
        }
        heard.push(said);
      }
    }
    expect(twice).toEqual([]);
  });
});
