import type { Library } from '../../engine/library.ts';
import { branchesOf } from '../../engine/run-flow.ts';
import { wayOf } from './watch-ways.ts';

/** Every step of a flow and every way on from it, as `watched` notes them. */
export function allWays(library: Library, flowId: string): readonly string[] {
  const steps = library.flows.get(flowId)?.flow.steps ?? {};
  return Object.entries(steps).flatMap(([id, step]) => [
    `${flowId}.${id}`,
    ...branchesOf(step).map((_, index) => wayOf(flowId, id, index)),
    ...(step.ask && step.ask !== 'open' && step.unclear !== undefined
      ? [wayOf(flowId, id, 'unclear')]
      : []),
  ]);
}

/** A way in an author's words: where it stands, and what leads there. */
export function describeWay(library: Library, way: string): string {
  const [target = '', taken] = way.split('>');
  if (taken === undefined) return `step ${target}`;
  const [flowId = '', step = ''] = target.split('.');
  if (taken === 'unclear') return `${target}, not understood twice`;
  const branch = branchesOf(library.flows.get(flowId)?.flow.steps[step] ?? {})[Number(taken)];
  const { go, ...conditions } = branch ?? { go: '?' };
  const told = Object.entries(conditions)
    .filter(([name]) => name !== 'raises' && name !== 'leaves')
    .map(([name, value]) => `${name} ${typeof value === 'object' ? JSON.stringify(value) : value}`);
  return `${target} → ${go}${told.length > 0 ? ` (${told.join(', ')})` : ''}`;
}
