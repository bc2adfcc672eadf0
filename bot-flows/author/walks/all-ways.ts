import { fullTarget, many } from '../../engine/flow.ts';
import type { Language } from '../../engine/languages.ts';
import type { Library } from '../../engine/library.ts';
import { branchesOf, type RunStep } from '../../engine/run-flow.ts';
import { doorsOf } from '../../lint/doors-of.ts';
import { wayOf } from './watch-ways.ts';

/** Every step and every way on from it that a language has, as `watched` notes them. */
export function allWays(library: Library, language: Language): readonly string[] {
  const all: string[] = [];
  const steps = new Set(doorsOf(library));
  // A set goes on to what is added while it is gone through.
  for (const target of steps) {
    const [flowId = '', id = ''] = target.split('.');
    const step = library.flows.get(flowId)?.flow.steps[id];
    if (!step) continue;
    const branches = branchesIn(language, step);
    const { ask, unclear, hears = [] } = step;
    all.push(
      target,
      ...branches.map(({ index }) => wayOf(flowId, id, index)),
      ...hears.map((_, index) => wayOf(flowId, id, `hears-${index}`)),
      ...(ask && ask !== 'open' && unclear !== undefined ? [wayOf(flowId, id, 'unclear')] : []),
    );
    const onward = [...branches, ...hears, ...(step.sum?.bands ?? [])].map(({ go }) => go);
    for (const go of [...onward, ...many(unclear), ...many(step.call)]) {
      steps.add(fullTarget(go, flowId));
    }
  }
  return all;
}

/** A branch for one language alone is no way in another, nor is what comes after it in its own. */
function branchesIn(
  language: Language,
  step: RunStep,
): readonly { readonly go: string; readonly index: number }[] {
  const branches = branchesOf(step)
    .map((branch, index) => ({ branch, go: branch.go, index }))
    .filter(({ branch }) => branch.language?.includes(language) ?? true);
  const always = branches.findIndex(({ branch }) =>
    Object.keys(branch).every((name) => ALWAYS.has(name)),
  );
  return always < 0 ? branches : branches.slice(0, always + 1);
}

/** Of a branch that is always taken. */
const ALWAYS = new Set(['go', 'language', 'raises', 'leaves']);

/** A way in an author’s words: where it stands, and what leads there. */
export function describeWay(library: Library, way: string): string {
  const [target = '', taken] = way.split('>');
  if (taken === undefined) return `step ${target}`;
  const [flowId = '', id = ''] = target.split('.');
  const step = library.flows.get(flowId)?.flow.steps[id] ?? {};
  if (taken === 'unclear') return `${target}, not understood twice`;
  const heard = /^hears-(\d+)$/.exec(taken)?.[1];
  const { go, ...conditions } = (heard === undefined
    ? branchesOf(step)[Number(taken)]
    : step.hears?.[Number(heard)]) ?? { go: '?' };
  const told = Object.entries(conditions)
    .filter(([name]) => name !== 'raises' && name !== 'leaves')
    .map(([name, value]) => `${name} ${typeof value === 'object' ? JSON.stringify(value) : value}`);
  return `${target} → ${go}${told.length > 0 ? ` (${told.join(', ')})` : ''}`;
}
