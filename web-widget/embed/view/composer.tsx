import { fill } from '../words/voiced-words.ts';
import type { Acts } from './screen.ts';
import type { View } from './view.ts';

/** As in `server/protocol`: the longest message, in UTF-16 code units. */
const LONGEST_TEXT = 4000;
const COUNT_FROM = 3600;

export interface ComposerProps {
  readonly view: View;
  readonly text: string;
  readonly acts: Pick<Acts, 'write' | 'send'>;
}

/** Where to write. Nothing pasted or dictated is ever cut off; too long is said, and kept. */
export function Composer({ view: { words }, text, acts }: ComposerProps) {
  const left = LONGEST_TEXT - text.length;
  const ready = left >= 0 && text.trim() !== '';

  const submit = (event: Event) => {
    event.preventDefault();
    if (ready) acts.send();
  };
  const pressed = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    // On a phone, Enter is how one begins a new line.
    if (!matchMedia('(pointer: coarse)').matches) submit(event);
  };

  return (
    <form class="composer" onSubmit={submit}>
      {text.length >= COUNT_FROM && (
        <p class={left < 0 ? 'count over' : 'count'} role="status">
          {left < 0 ? fill(words.tooLong, -left) : fill(words.left, left)}
        </p>
      )}
      <textarea
        value={text}
        rows={1}
        dir="auto"
        autocomplete="off"
        aria-label={words.write}
        placeholder={words.write}
        onInput={(event) => acts.write(event.currentTarget.value)}
        onKeyDown={pressed}
      />
      <button type="submit" aria-disabled={ready ? undefined : 'true'}>
        {words.send}
      </button>
    </form>
  );
}
