import { fullTarget, many } from '../../engine/flow.ts';
import type { Library } from '../../engine/library.ts';
import type { RunFlow } from '../../engine/run-flow.ts';
import type { DoorWire } from './page-wire.ts';
import { waysOf } from './ways-of.ts';

/** Every way by which people come into a flow from without. */
export function doorsInto({ flows }: Library, flow: RunFlow): readonly DoorWire[] {
  const doors: DoorWire[] = [];
  const add = (kind: DoorWire['kind'], target: string, from: string, names: readonly string[]) => {
    const [into = '', step = ''] = fullTarget(target, from).split('.');
    if (into === flow.id && flow.steps[step]) doors.push({ step, kind, names });
  };
  add('start', flow.start, flow.id, []);
  for (const [moment, step] of Object.entries(flow.entries ?? {})) {
    add('moment', step, flow.id, [moment]);
  }
  for (const [wish, target] of Object.entries(flow.on ?? {})) {
    add('moment', target, flow.id, [wish]);
  }
  if (flow.resume !== undefined) add('resume', flow.resume, flow.id, []);
  for (const { flow: other } of flows.values()) {
    for (const { signal, go } of other['on-signal'] ?? []) {
      add('signal', go, other.id, many(signal));
    }
    if (other.id === flow.id) continue;
    for (const [name, step] of Object.entries(other.steps)) {
      for (const { to } of waysOf(other, name, step)) {
        add('step', to, other.id, [`${other.id}.${name}`]);
      }
    }
  }
  return merged(doors);
}

/** One door a step and kind, with all its names. */
function merged(doors: readonly DoorWire[]): readonly DoorWire[] {
  const byKey = new Map<string, DoorWire>();
  for (const door of doors) {
    const key = `${door.step} ${door.kind}`;
    const names = [...(byKey.get(key)?.names ?? []), ...door.names];
    byKey.set(key, { ...door, names: [...new Set(names)] });
  }
  return [...byKey.values()];
}
