import { branchesOf, fullTarget, many, type Step } from './flow.ts';
import type { FlowSources } from './flow-sources.ts';
import type { Problem } from './problems.ts';

const MOST_BUBBLES = 3;

/** Steps nobody can reach, and too much said before the person has a word. */
export function checkPaths(sources: ReadonlyMap<string, FlowSources>): readonly Problem[] {
  const problems: Problem[] = [];
  const doors = doorsOf(sources);
  const reached = new Set<string>();
  const queue = [...doors];
  for (let target = queue.pop(); target !== undefined; target = queue.pop()) {
    if (reached.has(target)) continue;
    reached.add(target);
    const { step, flowId } = find(sources, target);
    queue.push(...targetsOf(step, flowId));
  }
  for (const [id, { flow }] of sources) {
    for (const name of Object.keys(flow.data.steps)) {
      const report = (what: string, fix: string) =>
        problems.push({ file: flow.file, line: flow.lineOf(['steps', name]), what, fix });
      const target = `${id}.${name}`;
      if (!reached.has(target)) {
        report(`step "${name}" can never be reached`, 'Lead to it from another step, or remove it');
        continue;
      }
      const longest = longestSpeech(sources, target, []);
      if (longest === Number.POSITIVE_INFINITY) {
        report(
          `step "${name}" goes round without asking anything`,
          'Put a question into the circle',
        );
      } else if (longest > MOST_BUBBLES && startsTurn(sources, doors, target)) {
        const what = `from step "${name}" on, ${longest} bubbles are said in a row`;
        report(what, `Say ${MOST_BUBBLES} at most before a question`);
      }
    }
  }
  return problems;
}

function find(sources: ReadonlyMap<string, FlowSources>, target: string) {
  const [flowId = '', name = ''] = target.split('.');
  const step = sources.get(flowId)?.flow.data.steps[name];
  if (!step) throw new Error(`no step is called "${target}"`);
  return { step, flowId };
}

const targetsOf = (step: Step, flowId: string): string[] =>
  [...branchesOf(step).map(({ go }) => go), step.unclear, step.call]
    .filter((target) => target !== undefined)
    .map((target) => fullTarget(target, flowId));

/** Where a turn can begin without any step leading there. */
function doorsOf(sources: ReadonlyMap<string, FlowSources>): Set<string> {
  const doors = new Set<string>();
  for (const [id, { flow }] of sources) {
    const { entries, on, resume, start } = flow.data;
    const named = [
      ...Object.values(entries ?? {}),
      ...Object.values(on ?? {}),
      ...(flow.data['on-signal'] ?? []).map(({ go }) => go),
      ...(flow.data.echo ?? []).map(({ say }) => say),
      ...(resume === undefined ? [] : [resume]),
      start,
    ];
    for (const target of named) doors.add(fullTarget(target, id));
  }
  return doors;
}

/** Whether the person can have spoken just before this step. */
function startsTurn(
  sources: ReadonlyMap<string, FlowSources>,
  doors: ReadonlySet<string>,
  target: string,
): boolean {
  if (doors.has(target)) return true;
  for (const [id, { flow }] of sources) {
    for (const step of Object.values(flow.data.steps)) {
      if (step.ask && targetsOf(step, id).includes(target)) return true;
    }
  }
  return false;
}

function longestSpeech(
  sources: ReadonlyMap<string, FlowSources>,
  target: string,
  path: readonly string[],
): number {
  if (path.includes(target)) return Number.POSITIVE_INFINITY;
  const { step, flowId } = find(sources, target);
  const own = many(step.say).length + (step.show ? 1 : 0) + (step.ask ? 1 : 0);
  if (step.ask || step.end) return own;
  // The question that was interrupted is asked again.
  if (step.return) return own + 1;
  const onward = targetsOf(step, flowId).map((next) =>
    longestSpeech(sources, next, [...path, target]),
  );
  return own + Math.max(0, ...onward);
}
