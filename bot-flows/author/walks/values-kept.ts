import type { Library } from '../../engine/library.ts';

/** What can be kept under each name: by a step, by what is chosen at it, or by what is learnt. */
export type ValuesKept = ReadonlyMap<string, ReadonlySet<string>>;

const known = new WeakMap<Library['flows'], ValuesKept>();

export function valuesKept({ flows }: Library): ValuesKept {
  const found = known.get(flows);
  if (found) return found;
  const kept = new Map<string, Set<string>>();
  const keep = (name: string, value: string) => {
    kept.set(name, (kept.get(name) ?? new Set()).add(value));
  };
  for (const { flow } of flows.values()) {
    for (const step of Object.values(flow.steps)) {
      for (const [name, value] of Object.entries(step.keep ?? {})) keep(name, value);
      const name = step['save-as'];
      if (name === undefined || flow.remembers?.[name] === 'device-only') continue;
      for (const option of step.options ?? []) keep(name, option);
    }
    for (const { 'save-as': name, value } of flow.learns ?? []) keep(name, value);
  }
  known.set(flows, kept);
  return kept;
}
