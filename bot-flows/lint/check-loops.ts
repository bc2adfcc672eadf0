import type { Flow, Step } from '../engine/flow.ts';
import type { Problem } from '../engine/problems.ts';
import { branchesOf } from '../engine/run-flow.ts';
import type { FlowSources } from './flow-sources.ts';
import { reporter } from './reporter.ts';

/**
 * Rounds of a flow that lead nowhere else: no end, no way back, no person, no other flow. A flow
 * that answers good-byes itself may keep somebody company for as long as they like.
 */
export function checkLoops(sources: ReadonlyMap<string, FlowSources>): readonly Problem[] {
  const problems: Problem[] = [];
  for (const { flow } of sources.values()) {
    if (flow.data.on?.bye ?? flow.data.on?.stop) continue;
    const closed = Object.keys(flow.data.steps).filter((id) => !leadsOut(flow.data, id));
    const first = closed[0];
    if (first === undefined) continue;
    const what = `from step "${first}" on, there is only ${closed.map((id) => `"${id}"`).join(', ')}`;
    const fix = 'Lead somewhere else from one of these steps, or end';
    reporter(flow, problems)('loop-without-exit', ['steps', first], what, fix);
  }
  return problems;
}

function leadsOut({ steps }: Flow, from: string): boolean {
  const seen = new Set<string>();
  const queue = [from];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    const step = steps[id];
    // A dead end is another fault.
    if (!step || isExit(step) || targetsOf(step).length === 0) return true;
    if (seen.has(id)) continue;
    seen.add(id);
    queue.push(...targetsOf(step));
  }
  return false;
}

const isExit = (step: Step): boolean =>
  step.end === true ||
  step.return === true ||
  step.request === 'person' ||
  step.offer === 'person' ||
  targetsOf(step).some((target) => target.includes('.'));

const targetsOf = (step: Step): readonly string[] =>
  [...branchesOf(step).map(({ go }) => go), step.unclear, step.call].filter(
    (target) => target !== undefined,
  );
