import { type Branch, many, type Step } from '../engine/flow.ts';
import { branchesOf } from '../engine/run-flow.ts';
import type { RuleId } from './rule-book.ts';

interface Fault {
  readonly rule: RuleId;
  /** Goes on after the name of the step. */
  readonly what: string;
  readonly fix: string;
  /** The part of the step it is about. */
  readonly at: readonly PropertyKey[];
}

const CONDITIONS = [
  'people',
  'saved',
  'age',
  'country',
  'hours',
  'handling',
  'first-time',
  'after',
  'every',
  'rests',
  'probed',
  'unprobed',
  'unsaved',
  'heard',
  'unheard',
] as const satisfies readonly (keyof Branch)[];
const always = (branch: Branch): boolean =>
  CONDITIONS.every((condition) => branch[condition] === undefined);

/** Whether every answer to a step leads somewhere. @param answers what `when` may name there. */
export function wayOn(name: string, step: Step, answers: readonly string[]): readonly Fault[] {
  const branches = branchesOf(step) as readonly Branch[];
  return [...neverCome(step, branches, answers), ...lacking(name, step, branches)];
}

function neverCome(
  { ask, next }: Step,
  branches: readonly Branch[],
  answers: readonly string[],
): readonly Fault[] {
  const possible = ask === 'open' ? [...answers, 'text'] : answers;
  return branches.flatMap(({ when }, index) =>
    many(when)
      .filter((answer) => !possible.includes(answer))
      .map((answer) => ({
        rule: 'answer-never-comes' as const,
        what: `never gets the answer "${answer}"`,
        fix: 'Add it to "options", or take the branch away',
        at: typeof next === 'string' ? ['next'] : ['next', index, 'when'],
      })),
  );
}

function lacking(name: string, step: Step, branches: readonly Branch[]): readonly Fault[] {
  const { ask, options = [] } = step;
  const takes = (answer: string) =>
    branches.some((b) => always(b) && (b.when === undefined || many(b.when).includes(answer)));
  if (!ask) {
    if (step.options) return [OPTIONS_WITHOUT_ASK];
    const goesOn = branches.some((branch) => always(branch) && branch.when === undefined);
    return step.end || step.return || step.stay || goesOn ? [] : [DEAD_END];
  }
  if (branches.length === 0) return [NOWHERE];
  const unplanned = [...options, ...(ask === 'open' ? ['text'] : [])]
    .filter((answer) => !takes(answer))
    .map((answer) => ({
      rule: 'unplanned-answer' as const,
      what:
        answer === 'text'
          ? 'has no branch for free text'
          : `has no branch for the answer "${answer}"`,
      fix: answer === 'text' ? 'End "next" with a plain go' : 'Add one to "next"',
      at: ['next'],
    }));
  if (ask === 'open') return unplanned;
  return [
    ...unplanned,
    ...(ask === 'yes-no' && !(options.includes('yes') && options.includes('no'))
      ? [YES_AND_NO]
      : []),
    ...(options.length === 0 ? [NO_OPTIONS] : []),
    ...(step.unclear === undefined ? [NO_UNCLEAR] : []),
    ...(step.unclear === name ? [UNCLEAR_TO_ITSELF] : []),
  ];
}

const OPTIONS_WITHOUT_ASK: Fault = {
  rule: 'options-without-ask',
  what: 'offers options',
  fix: 'Give it "ask", or leave them out',
  at: ['options'],
};
const DEAD_END: Fault = {
  rule: 'dead-end',
  what: 'is a dead end',
  fix: 'Give it "next", "return: true" or "end: true"',
  at: [],
};
const NOWHERE: Fault = {
  rule: 'dead-end',
  what: 'asks and then leads nowhere',
  fix: 'Give it "next"',
  at: [],
};
const YES_AND_NO: Fault = {
  rule: 'yes-no-without-yes-and-no',
  what: 'asks for yes or no',
  fix: 'Offer the options yes and no',
  at: ['options'],
};
const NO_OPTIONS: Fault = {
  rule: 'no-options',
  what: 'offers no choice',
  fix: 'Give it "options"',
  at: ['ask'],
};
const NO_UNCLEAR: Fault = {
  rule: 'no-way-on-when-unclear',
  what: 'has no way on for unclear answers',
  fix: 'Give it "unclear"',
  at: ['ask'],
};
const UNCLEAR_TO_ITSELF: Fault = {
  rule: 'unclear-to-itself',
  what: 'asks itself again when it isn’t understood',
  fix: 'Lead "unclear" to another step',
  at: ['unclear'],
};
