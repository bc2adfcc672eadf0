import { fullTarget, many } from '../engine/flow.ts';
import type { Library } from '../engine/library.ts';
import type { Problem } from '../engine/problems.ts';
import { branchesOf, type RunStep } from '../engine/run-flow.ts';
import { checkLoops } from './check-loops.ts';
import { doorsOf } from './doors-of.ts';
import type { FlowSources } from './flow-sources.ts';
import { reporter } from './reporter.ts';

const MOST_BUBBLES = 3;

/**
 * Steps nobody can reach, circles, and too much said before the person has a word. All ways are
 * followed through exercises and questionnaires; reported is what authors wrote as flows.
 */
export function checkPaths(
  library: Library,
  sources: ReadonlyMap<string, FlowSources>,
): readonly Problem[] {
  const problems: Problem[] = [];
  const doors = doorsOf(library);
  const reached = new Set<string>();
  const queue = [...doors];
  for (let target = queue.pop(); target !== undefined; target = queue.pop()) {
    if (reached.has(target)) continue;
    reached.add(target);
    queue.push(...targetsOf(library, target));
  }
  const turns = turnStarts(library, doors);
  for (const [id, { flow }] of sources) {
    const report = reporter(flow, problems);
    for (const name of Object.keys(flow.data.steps)) {
      const path = ['steps', name];
      const target = `${id}.${name}`;
      if (!reached.has(target)) {
        const fix = 'Lead to it from another step, or remove it';
        report('unreachable-step', path, `step "${name}" can never be reached`, fix);
        continue;
      }
      const longest = longestSpeech(library, target, [], []);
      if (goesRound(library, target)) {
        const what = `step "${name}" goes round without asking anything`;
        report('circle-without-question', path, what, 'Put a question into the circle');
      } else if (Number.isFinite(longest) && longest > MOST_BUBBLES && turns.has(target)) {
        const what = `from step "${name}" on, ${longest} bubbles are said in a row`;
        report('too-many-bubbles', path, what, `Say ${MOST_BUBBLES} at most before a question`);
      }
      const after = longestAfterCall(library, target, turns);
      if (after > MOST_BUBBLES) {
        const what = `after what step "${name}" goes through, ${after} bubbles are said in a row`;
        report('too-many-bubbles', path, what, 'Lead to a step that says less');
      }
    }
  }
  return [...problems, ...checkLoops(sources)];
}

function stepOf(library: Library, target: string): { step: RunStep; flowId: string } {
  const [flowId = '', name = ''] = target.split('.');
  const step = library.flows.get(flowId)?.flow.steps[name];
  if (!step) throw new Error(`no step is called "${target}"`);
  return { step, flowId };
}

/** Where a step may lead, from its own flow's point of view. */
function targetsOf(library: Library, target: string): readonly string[] {
  const { step, flowId } = stepOf(library, target);
  return [...onward(step), ...heardAs(step), step.unclear, step.call]
    .filter((one) => one !== undefined)
    .map((one) => fullTarget(one, flowId));
}

const heardAs = (step: RunStep): readonly string[] => (step.hears ?? []).map(({ go }) => go);

const onward = (step: RunStep): readonly string[] => [
  ...branchesOf(step).map(({ go }) => go),
  ...(step.sum?.bands.map(({ go }) => go) ?? []),
];

/** Steps before which the person can have spoken. */
function turnStarts(library: Library, doors: ReadonlySet<string>): ReadonlySet<string> {
  const starts = new Set(doors);
  for (const { flow } of library.flows.values()) {
    for (const [name, step] of Object.entries(flow.steps)) {
      if (!step.ask) continue;
      for (const target of targetsOf(library, `${flow.id}.${name}`)) starts.add(target);
    }
  }
  return starts;
}

/** The longest speech that begins inside what a step goes through, and ends after it. */
function longestAfterCall(library: Library, target: string, turns: ReadonlySet<string>): number {
  const { step } = stepOf(library, target);
  const called = step.awaits && step.call?.split('.')[0];
  const flow = called ? library.flows.get(called)?.flow : undefined;
  const lengths = Object.keys(flow?.steps ?? {})
    .map((name) => `${called}.${name}`)
    .filter((inner) => turns.has(inner))
    .map((inner) => longestSpeech(library, inner, [], [target]));
  return Math.max(0, ...lengths.filter(Number.isFinite));
}

/** Whether a step comes back to itself without a question on the way. */
function goesRound(library: Library, target: string): boolean {
  const seen = new Set<string>();
  const silent = (at: string) => {
    const { step } = stepOf(library, at);
    return step.ask || step.end || step.return ? [] : targetsOf(library, at);
  };
  const queue = [...silent(target)];
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    if (at === target) return true;
    if (seen.has(at)) continue;
    seen.add(at);
    queue.push(...silent(at));
  }
  return false;
}

/** @param calls the steps that wait for what was called to come back, newest last. */
function longestSpeech(
  library: Library,
  target: string,
  path: readonly string[],
  calls: readonly string[],
): number {
  const here = `${target} ${calls.length}`;
  if (path.includes(here)) return Number.POSITIVE_INFINITY;
  const { step, flowId } = stepOf(library, target);
  const own = many(step.say).length + (step.show ? 1 : 0) + (step.ask ? 1 : 0);
  if (step.ask || step.end) return own;
  const follow = (targets: readonly string[], stack: readonly string[]) =>
    Math.max(0, ...targets.map((next) => longestSpeech(library, next, [...path, here], stack)));
  if (step.return) {
    const caller = calls.at(-1);
    // Without a caller, the question that was interrupted is asked again.
    if (caller === undefined) return own + 1;
    const back = stepOf(library, caller);
    const ways = onward(back.step).map((one) => fullTarget(one, back.flowId));
    return own + follow(ways, calls.slice(0, -1));
  }
  if (step.call) return own + follow([fullTarget(step.call, flowId)], [...calls, target]);
  return (
    own +
    follow(
      onward(step).map((one) => fullTarget(one, flowId)),
      calls,
    )
  );
}
