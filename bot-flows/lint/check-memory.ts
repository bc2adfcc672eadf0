import { many } from '../engine/flow.ts';
import type { Problem } from '../engine/problems.ts';
import { branchesOf } from '../engine/run-flow.ts';
import type { FlowSources, LibrarySources } from './flow-sources.ts';
import { reporter } from './reporter.ts';

/** That what is kept about a person is declared, and that branches ask only for what is kept. */
export function checkMemory({ flow }: FlowSources, library: LibrarySources): readonly Problem[] {
  const problems: Problem[] = [];
  const report = reporter(flow, problems);
  const { steps, remembers = {} } = flow.data;
  const kept = new Set([
    ...Object.values(steps).flatMap((step) => [
      ...(step['save-as'] === undefined ? [] : [step['save-as']]),
      ...Object.keys(step.keep ?? {}),
    ]),
    ...(flow.data.learns ?? []).map((learnt) => learnt['save-as']),
  ]);
  const mustDeclare = (path: readonly PropertyKey[], name: string) => {
    if (remembers[name]) return;
    const fix = `Declare it under "remembers", as ${name}: conversation-only or device-only`;
    report('undeclared-memory', path, `"${name}" is kept undeclared`, fix);
  };
  for (const [id, step] of Object.entries(steps)) {
    if (step['save-as'] !== undefined) mustDeclare(['steps', id, 'save-as'], step['save-as']);
    for (const name of Object.keys(step.keep ?? {})) mustDeclare(['steps', id, 'keep', name], name);
  }
  for (const [index, learnt] of (flow.data.learns ?? []).entries()) {
    mustDeclare(['learns', index, 'save-as'], learnt['save-as']);
  }
  for (const name of Object.keys(remembers).filter((one) => !kept.has(one))) {
    const fix = 'Take it out, or keep it with "save-as"';
    report('unused-memory', ['remembers', name], `nothing is kept as "${name}"`, fix);
  }
  const values = valuesKept(library);
  for (const [id, step] of Object.entries(steps)) {
    for (const [index, { saved = {} }] of branchesOf(step).entries()) {
      for (const [name, wanted] of Object.entries(saved)) {
        const known = values.get(name);
        const missing = known ? many(wanted).filter((value) => !known.has(value)) : many(wanted);
        if (missing.length === 0) continue;
        const what = known
          ? `"${name}" is never "${missing.join('" or "')}"`
          : `nothing keeps "${name}" for the conversation`;
        const fix = 'Name what a step keeps with "save-as", as conversation-only';
        report('unknown-memory', ['steps', id, 'next', index, 'saved', name], what, fix);
      }
    }
  }
  return problems;
}

/** What flows may find kept, by name: ids of options. */
function valuesKept({ flows }: LibrarySources): ReadonlyMap<string, ReadonlySet<string>> {
  const values = new Map<string, Set<string>>();
  for (const { flow } of flows.values()) {
    const add = (name: string, found: readonly string[]) => {
      if (flow.data.remembers?.[name] === 'device-only') return;
      values.set(name, new Set([...(values.get(name) ?? []), ...found]));
    };
    for (const step of Object.values(flow.data.steps)) {
      if (step['save-as'] !== undefined) add(step['save-as'], step.options ?? []);
      for (const [name, value] of Object.entries(step.keep ?? {})) add(name, [value]);
    }
    for (const learnt of flow.data.learns ?? []) add(learnt['save-as'], [learnt.value]);
  }
  return values;
}
