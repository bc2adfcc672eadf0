import { fullTarget, many } from './flow.ts';
import type { Place } from './flow-state.ts';
import { rests } from './rests.ts';
import { branchesOf, type RunBranch, type RunStep } from './run-flow.ts';
import { shows, type Turn } from './turn.ts';
import { casesOf } from './wording.ts';

/** As `chooseBranch`, and takes it: whoever watches is told. */
export function takeBranch(
  turn: Turn,
  at: Place,
  step: RunStep,
  answer: string | undefined,
): RunBranch | undefined {
  const branch = chooseBranch(turn, at, step, answer);
  if (branch) {
    const way = typeof step.next === 'string' ? 0 : branchesOf(step).indexOf(branch);
    turn.library.watch?.taken(at.flow, at.step, way);
  }
  return branch;
}

/**
 * The first branch whose every condition holds.
 * @param answer an option's id, what a call came back with, `text` for own words, or none.
 */
export function chooseBranch(
  turn: Turn,
  at: Place,
  step: RunStep,
  answer: string | undefined,
): RunBranch | undefined {
  return branchesOf(step).find(
    (branch) =>
      (branch.when === undefined || many(branch.when).includes(answer ?? '')) &&
      suitsPerson(turn, branch) &&
      suitsMessage(turn, branch) &&
      suitsCourse(turn, at, branch),
  );
}

/** What is known of the person and the house. */
function suitsPerson({ context, state, voice }: Turn, branch: RunBranch): boolean {
  const { people, saved, age, country, hours, handling, language } = branch;
  const fits = (wanted: string | readonly string[] | undefined, cases: readonly string[]) =>
    wanted === undefined || many(wanted).some((name) => cases.includes(name));
  return (
    fits(people, casesOf('people', context)) &&
    fits(age, casesOf('age', context)) &&
    fits(hours, casesOf('hours', context)) &&
    fits(handling, casesOf('handling', context)) &&
    fits(country, [context.country.toUpperCase()]) &&
    (language === undefined || language.includes(voice.language)) &&
    Object.entries(saved ?? {}).every(([name, values]) =>
      many(values).includes(state.saved[name] ?? ''),
    )
  );
}

/** What the message at hand shows; without one, nothing is known of it. */
function suitsMessage({ signals }: Turn, { heard, unheard }: RunBranch): boolean {
  if (heard !== undefined && !shows(signals, heard)) return false;
  return unheard === undefined || (signals !== undefined && !shows(signals, unheard));
}

/** What has happened in this conversation. */
function suitsCourse({ state, signals }: Turn, at: Place, branch: RunBranch): boolean {
  const visits = (target: string) => state.counts[fullTarget(target, at.flow)] ?? 0;
  if (branch['first-time'] && visits(branch.go) > 0) return false;
  if (branch.after !== undefined && visits(branch.after) === 0) return false;
  if (many(branch.unsaved).some((name) => state.saved[name] !== undefined)) return false;
  const { run, at: probedAt } = state.probed ?? { run: 0, at: Number.NEGATIVE_INFINITY };
  if (branch.probed !== undefined && run < branch.probed) return false;
  if (branch.unprobed !== undefined && state.messages - probedAt < branch.unprobed) return false;
  if (branch.rests !== undefined && signals) {
    if (!rests(state, fullTarget(branch.go, at.flow), branch.rests)) return false;
  }
  return branch.every === undefined || visits(at.step) % branch.every === 0;
}
