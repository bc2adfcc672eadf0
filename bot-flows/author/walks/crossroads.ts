import { fullTarget, many } from '../../engine/flow.ts';
import type { Place } from '../../engine/flow-state.ts';
import type { Library } from '../../engine/library.ts';
import { branchesOf } from '../../engine/run-flow.ts';
import { place } from '../../engine/turn.ts';
import { doorsOf } from '../../lint/doors-of.ts';

/** What decides where somebody goes on in a flow. */
export interface Crossroads {
  /** The flow and what it goes through. */
  readonly flows: ReadonlySet<string>;
  /** Where people come in, from outside of it. */
  readonly doors: readonly Place[];
  /**
   * What may have happened before: nothing, each thing that a branch asks for, all of them, and
   * so many visits that the next one counts.
   */
  readonly pasts: readonly (readonly string[])[];
  /** Steps of which it matters whether they were visited. */
  readonly visited: readonly string[];
  /** Steps of which it matters how often. */
  readonly counted: readonly Counted[];
}

interface Counted {
  readonly key: string;
  readonly every: number;
}

export function crossroadsOf(library: Library, flowId: string): Crossroads {
  const called = calledFrom(library, flowId);
  const flows = new Set([flowId, ...called]);
  const visited = new Set<string>();
  const counted: Counted[] = [];
  for (const id of flows) {
    for (const [name, step] of Object.entries(library.flows.get(id)?.flow.steps ?? {})) {
      for (const branch of branchesOf(step)) {
        if (branch['first-time']) visited.add(fullTarget(branch.go, id));
        if (branch.after !== undefined) visited.add(fullTarget(branch.after, id));
        if (branch.every !== undefined) counted.push({ key: `${id}.${name}`, every: branch.every });
      }
    }
  }
  return {
    flows,
    doors: doorsInto(library, flowId),
    pasts: pastsOf([...visited], counted),
    visited: [...visited],
    counted,
  };
}

function pastsOf(visited: readonly string[], counted: readonly Counted[]) {
  const often = counted.map(({ key, every }) => new Array<string>(every - 1).fill(key));
  const pasts = [
    [],
    ...visited.map((key) => [key]),
    ...(visited.length > 1 ? [visited] : []),
    ...often,
    ...often.map((visits) => [...visits, ...visited.filter((key) => !visits.includes(key))]),
  ];
  return [...new Map(pasts.map((past) => [past.join(' '), past])).values()];
}

function calledFrom(library: Library, flowId: string): readonly string[] {
  const steps = Object.values(library.flows.get(flowId)?.flow.steps ?? {});
  return steps.flatMap(({ awaits, call }) => (awaits && call ? [call.split('.')[0] ?? ''] : []));
}

/** Doors, and every step that another flow leads to. */
function doorsInto(library: Library, flowId: string): readonly Place[] {
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
