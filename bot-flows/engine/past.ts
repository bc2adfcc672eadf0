import { note } from './rests.ts';
import { count, place, type Turn } from './turn.ts';

/** What it is as if had happened before, for authors who begin in the middle of a conversation. */
export interface Past {
  /** Steps visited long ago, as `flow.step`, as often as they stand. */
  readonly been?: readonly string[];
  /** Steps visited just now. */
  readonly justBeen?: readonly string[];
  readonly saved?: Readonly<Record<string, string>>;
  /** What the message shows that leads here; none was written when left out. */
  readonly shows?: readonly string[];
}

export function relive({ library, state }: Turn, { been = [], justBeen = [], saved }: Past): void {
  for (const step of [...been, ...justBeen]) count(state, step);
  for (const step of justBeen) note(library, state, place(step, ''));
  Object.assign(state.saved, saved);
}
