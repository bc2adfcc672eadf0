import { fullTarget } from '../engine/flow.ts';
import type { Library } from '../engine/library.ts';

/** Where a turn can begin without any step leading there, as `flow.step`. */
export function doorsOf({ flows }: Library): ReadonlySet<string> {
  const doors = new Set<string>();
  for (const [id, { flow }] of flows) {
    const { entries, on, onward, resume, start } = flow;
    const named = [
      ...Object.values(entries ?? {}),
      ...Object.values(on ?? {}),
      ...(flow['on-signal'] ?? []).map(({ go }) => go),
      ...(flow.echo ?? []).map(({ say }) => say),
      ...(onward === undefined ? [] : [onward]),
      ...(resume === undefined ? [] : [resume]),
      start,
    ];
    for (const target of named) doors.add(fullTarget(target, id));
  }
  return doors;
}
