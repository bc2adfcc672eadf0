import type { Library, Watch, Way } from '../../engine/library.ts';

/** Ways that were taken: `flow.step` for a step, `flow.step>way` for what leads on from it. */
export type Ways = Set<string>;

export const wayOf = (flow: string, step: string, way: Way): string => `${flow}.${step}>${way}`;

/** The same library, which notes in `ways` what is walked. */
export function watched(library: Library, ways: Ways): Library {
  const watch: Watch = {
    reached: (flow, step) => void ways.add(`${flow}.${step}`),
    taken: (flow, step, way) => void ways.add(wayOf(flow, step, way)),
  };
  return { ...library, watch };
}
