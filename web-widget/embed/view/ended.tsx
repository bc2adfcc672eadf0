import { fill } from '../words/voiced-words.ts';
import type { View } from './view.ts';

export interface EndedProps {
  readonly view: View;
  /** The receipt of an erasure; `null` when the conversation was closed instead. */
  readonly receipt: string | null;
  restart(): void;
}

/** In place of the field, once there is nothing to write to: says so, and offers to begin anew. */
export function Ended({ view, receipt, restart }: EndedProps) {
  const { words } = view;
  const heading = receipt === null ? words.closed : words.erased;
  return (
    <div class="ended" role="status">
      <p class="receipt">{receipt ? fill(words.receipt, receipt) : heading}</p>
      <button type="button" class="main" onClick={restart}>
        {words.again}
      </button>
    </div>
  );
}
