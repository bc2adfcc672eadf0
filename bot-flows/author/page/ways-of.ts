import { type Branch, fullTarget, many } from '../../engine/flow.ts';
import { branchesOf, type RunBranch, type RunFlow, type RunStep } from '../../engine/run-flow.ts';
import type { WayWire } from './page-wire.ts';

/** Parts of a branch that are no condition. */
const NO_CONDITION = ['when', 'go', 'raises', 'leaves'];

/** Every way that leads on from a step, in the order in which they are tried. */
export function waysOf({ id }: RunFlow, from: string, step: RunStep): readonly WayWire[] {
  const way = (kind: WayWire['kind'], to: string, more: Partial<WayWire> = {}): WayWire => ({
    from,
    to: fullTarget(to, id),
    kind,
    when: [],
    conditions: [],
    raises: null,
    ...more,
  });
  return [
    ...(step.call === undefined ? [] : [way('call', step.call)]),
    ...(step.hears ?? []).map(({ signal, unless, go, raises }) =>
      way('hears', go, {
        conditions: conditionsIn({ heard: signal, unheard: unless }),
        raises: raises ?? null,
      }),
    ),
    ...branchesOf(step).map((branch) =>
      way('next', branch.go, {
        when: many(branch.when),
        conditions: conditionsIn(branch),
        raises: branch.raises ?? null,
      }),
    ),
    ...(step.sum?.bands ?? []).map(({ upTo, go }) =>
      way('band', go, { conditions: [{ name: 'up-to', values: [String(upTo)] }] }),
    ),
    ...(step.unclear === undefined ? [] : [way('unclear', step.unclear)]),
  ];
}

const conditionsIn = (branch: Partial<RunBranch>): WayWire['conditions'] =>
  Object.entries(branch)
    .filter(([name, value]) => !NO_CONDITION.includes(name) && value !== undefined)
    .flatMap(([name, value]) =>
      name === 'saved'
        ? Object.entries(value as NonNullable<Branch['saved']>).map(([key, kept]) => ({
            name,
            values: [key, ...many(kept)],
          }))
        : [{ name, values: value === true ? [] : [value].flat().map(String) }],
    );
