import type { DialogContext } from '../../dialog.ts';
import { AGES, fullTarget, many } from '../../engine/flow.ts';
import type { Place } from '../../engine/flow-state.ts';
import type { Library } from '../../engine/library.ts';
import { branchesOf, type RunBranch, type RunStep } from '../../engine/run-flow.ts';
import { stepAt } from '../../engine/turn.ts';
import { type Move, OTHER_WORDS, repliesAlong, type Walk } from './move.ts';
import { type ValuesKept, valuesKept } from './values-kept.ts';

/** What a conversation has to be like so that a branch is taken. */
interface Guess {
  readonly answer?: string;
  readonly who: Partial<DialogContext>;
  readonly been: readonly string[];
  readonly justBeen: readonly string[];
  readonly saved: Readonly<Record<string, string>>;
  readonly shows?: readonly string[];
  /** How many turns running have just probed. */
  readonly probed?: number;
}

/** More than any step needs; a branch that takes more isn't walked, and coverage says so. */
const MOST_GUESSES = 500;

/**
 * The walk that comes to a step when all that one of its branches asks for is so, and nothing
 * that an earlier one asks for. The engine itself is the judge: what it takes instead is undone
 * until it takes this one.
 * @returns nothing when the branch can't be taken: an earlier one always comes before it, or what
 *   it asks for never is.
 */
export function walkToBranch(
  library: Library,
  at: Place,
  index: number,
  context: DialogContext,
): Walk | undefined {
  const step = stepAt(library, at.flow, at.step);
  const branches = branchesOf(step);
  const branch = branches[index];
  const kept = valuesKept(library);
  const guesses = branch ? granted(step, branch, at, kept) : [];
  const made = new Set<string>();
  for (let guess = guesses.shift(); guess && made.size < MOST_GUESSES; guess = guesses.shift()) {
    const key = JSON.stringify(guess);
    if (made.has(key)) continue;
    made.add(key);
    const walk = walkOf(guess, at, step);
    const taken = branchTaken(library, walk, context);
    if (taken === index) return walk;
    const instead = taken === undefined || taken > index ? undefined : branches[taken];
    if (instead) guesses.unshift(...undone(instead, guess, at, kept));
  }
  return undefined;
}

function walkOf(guess: Guess, from: Place, { ask }: RunStep): Walk {
  const { answer, who, been, justBeen, saved, shows, probed } = guess;
  const said: Move = { say: OTHER_WORDS, ...(shows && { shows }) };
  return {
    from,
    past: { been, justBeen, saved, ...(probed && { probed }), ...(!ask && shows && { shows }) },
    who,
    moves: ask ? [answer === 'text' || answer === undefined ? said : { tap: answer }] : [],
  };
}

/** The branch that is taken first where a walk begins. */
function branchTaken(library: Library, walk: Walk, context: DialogContext): number | undefined {
  let first: number | undefined;
  const taken = (flow: string, step: string, way: unknown) => {
    if (flow !== walk.from.flow || step !== walk.from.step) return;
    if (typeof way === 'number') first ??= way;
  };
  repliesAlong({ ...library, watch: { reached: () => {}, taken } }, walk, context);
  return first;
}

/** All that a branch asks for, in every way in which it can be so. */
function granted(step: RunStep, branch: RunBranch, at: Place, kept: ValuesKept): Guess[] {
  const { people, age, country, hours, handling, after, every, heard, unheard, probed } = branch;
  const band = many(age)[0];
  const who = {
    ...(people && { peopleAvailable: people === 'available' }),
    ...(band && { ageBand: band === 'minor' ? '15-17' : band }),
    ...(country && { country: many(country)[0] }),
    ...(hours && { hours: many(hours)[0] }),
    ...(handling && { handling: many(handling)[0] }),
  } as Partial<DialogContext>;
  const been = [
    ...(after === undefined ? [] : [fullTarget(after, at.flow)]),
    ...new Array<string>((every ?? 1) - 1).fill(`${at.flow}.${at.step}`),
  ];
  const saved = Object.entries(branch.saved ?? {}).reduce<Record<string, string>[]>(
    (all, [name, values]) =>
      many(values)
        .filter((value) => kept.get(name)?.has(value))
        .flatMap((value) => all.map((one) => ({ ...one, [name]: value }))),
    [{}],
  );
  const shows = heard === undefined ? [unheard && []] : many(heard).map((signal) => [signal]);
  return answersTo(step, branch).flatMap((answer) =>
    saved.flatMap((values) =>
      shows.map((seen) => ({
        ...(answer !== undefined && { answer }),
        who,
        been,
        justBeen: [],
        saved: values,
        ...(seen && { shows: seen }),
        ...(probed && { probed }),
      })),
    ),
  );
}

const answersTo = ({ ask, options = [] }: RunStep, { when }: RunBranch) => {
  if (!ask) return [undefined];
  if (when !== undefined) return many(when);
  return ask === 'open' ? ['text', ...options] : options;
};

/** The same, but that one thing isn't so any more that a branch asks for. */
function undone(branch: RunBranch, guess: Guess, at: Place, kept: ValuesKept): Guess[] {
  const { been, saved, who, shows = [] } = guess;
  const go = fullTarget(branch.go, at.flow);
  const without = (name: string) =>
    Object.fromEntries(Object.entries(saved).filter(([other]) => other !== name));
  const others = (name: string, values: readonly string[]) =>
    [...(kept.get(name) ?? [])].filter((value) => !values.includes(value));
  const as = (change: Partial<Guess>) => ({ ...guess, ...change });
  const being = (change: object) => as({ who: { ...who, ...change } as Guess['who'] });
  const { people, age, country, hours, handling } = branch;
  return [
    ...(branch['first-time'] ? [as({ been: [...been, go] })] : []),
    // Only for who has written something does anything rest.
    ...(branch.rests ? [as({ justBeen: [...guess.justBeen, go], shows })] : []),
    ...(branch.every ? [as({ been: [...been, `${at.flow}.${at.step}`] })] : []),
    ...(branch.after === undefined
      ? []
      : [as({ been: been.filter((one) => one !== fullTarget(branch.after ?? '', at.flow)) })]),
    ...(branch.probed ? [as({ probed: branch.probed - 1 })] : []),
    ...(branch.unprobed ? [as({ probed: guess.probed || 1 })] : []),
    ...many(branch.unsaved).flatMap((name) =>
      others(name, []).map((value) => as({ saved: { ...saved, [name]: value } })),
    ),
    ...Object.entries(branch.saved ?? {}).flatMap(([name, values]) => [
      as({ saved: without(name) }),
      ...others(name, many(values)).map((value) => as({ saved: { ...saved, [name]: value } })),
    ]),
    ...(branch.heard
      ? [as({ shows: shows.filter((one) => !many(branch.heard).includes(one)) })]
      : []),
    ...many(branch.unheard).map((signal) => as({ shows: [...shows, signal] })),
    ...(people ? [being({ peopleAvailable: people === 'away' })] : []),
    ...otherThan(AGES, age === 'minor' ? ['minor', 'under-15', '15-17'] : many(age)).map(
      (ageBand) => being({ ageBand }),
    ),
    ...otherThan(['FR', 'US'], many(country)).map((other) => being({ country: other })),
    ...otherThan(['open', 'closed', 'holiday'], many(hours)).map((other) =>
      being({ hours: other }),
    ),
    ...otherThan(['with-bot', 'awaiting-responder'], many(handling)).map((other) =>
      being({ handling: other }),
    ),
  ];
}

const otherThan = (all: readonly string[], wanted: readonly string[]): readonly string[] =>
  wanted.length === 0 ? [] : all.filter((one) => one !== 'minor' && !wanted.includes(one));
