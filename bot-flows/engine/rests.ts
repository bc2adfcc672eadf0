import { fullTarget } from './flow.ts';
import type { FlowState, Place } from './flow-state.ts';
import type { Library } from './library.ts';
import { branchesOf } from './run-flow.ts';

const resting = new WeakMap<Library, ReadonlySet<string>>();

/** Keeps at which message a step was visited, if a branch or an echo wants it rested. */
export function note(library: Library, state: FlowState, { flow, step }: Place): void {
  const key = `${flow}.${step}`;
  let places = resting.get(library);
  if (!places) {
    places = restingPlaces(library);
    resting.set(library, places);
  }
  if (places.has(key)) state.visited[key] = state.messages;
}

/** Whether a step hasn't been visited in the last so many messages. */
export function rests(state: FlowState, key: string, messages: number): boolean {
  const last = state.visited[key];
  return last === undefined || state.messages - last >= messages;
}

const restingPlaces = (library: Library): ReadonlySet<string> =>
  new Set(
    [...library.flows.values()].flatMap(({ flow }) => [
      ...Object.values(flow.steps)
        .flatMap(branchesOf)
        .filter((branch) => branch.rests !== undefined)
        .map(({ go }) => fullTarget(go, flow.id)),
      ...(flow.echo ?? []).map(({ say }) => fullTarget(say, flow.id)),
    ]),
  );
