import { note } from './rests.ts';
import { count, place, type Turn } from './turn.ts';

/** What it is as if had happened before, for authors who begin in the middle of a conversation. */
export interface Past {
  /** Steps visited long ago, as `flow.step`, as often as they stand. */
  readonly been?: readonly string[];
  /** Steps visited just now. */
  readonly justBeen?: readonly string[];
  readonly saved?: Readonly<Record<string, string>>;
  /** How many turns running have just asked one of the `probing` questions. */
  readonly probed?: number;
  /** What the message shows that leads here; none was written when left out. */
  readonly shows?: readonly string[];
}

export function relive({ library, state }: Turn, past: Past): void {
  const { been = [], justBeen = [], saved, probed } = past;
  for (const step of [...been, ...justBeen]) count(state, step);
  for (const step of justBeen) note(library, state, place(step, ''));
  Object.assign(state.saved, saved);
  if (probed) state.probed = { run: probed, at: state.messages };
}
