import { fullTarget, many } from '../../engine/flow.ts';
import type { Place } from '../../engine/flow-state.ts';
import type { Library } from '../../engine/library.ts';
import { branchesOf } from '../../engine/run-flow.ts';
import { place } from '../../engine/turn.ts';
import { doorsOf } from '../../lint/doors-of.ts';

/** Where people come into a flow: its doors, and every step that another flow leads to. */
export function doorsInto(library: Library, flowId: string): readonly Place[] {
  const doors = new Set([...doorsOf(library)].filter((door) => door.startsWith(`${flowId}.`)));
  for (const [id, { flow }] of library.flows) {
    if (id === flowId) continue;
    for (const step of Object.values(flow.steps)) {
      const targets = [...branchesOf(step).map(({ go }) => go), ...many(step.unclear)];
      for (const target of targets.map((one) => fullTarget(one, id))) {
        if (target.startsWith(`${flowId}.`)) doors.add(target);
      }
    }
  }
  return [...doors].map((door) => place(door, flowId));
}

/** A flow, with the exercises and questionnaires it goes through. */
export function flowsWithin(library: Library, flowId: string): ReadonlySet<string> {
  const steps = Object.values(library.flows.get(flowId)?.flow.steps ?? {});
  const called = steps.flatMap(({ awaits, call }) => (awaits && call ? [call] : []));
  return new Set([flowId, ...called.map((target) => place(target, flowId).flow)]);
}
