import { linkedParts } from '../helplines/linked-parts.ts';
import type { View } from './view.ts';

/** A text of ours, as text; the numbers in it can be tapped. */
export function SpokenText({ text, view }: { readonly text: string; readonly view: View }) {
  const { lines, origin } = view;
  return (
    <>
      {linkedParts(text, lines.all, origin).map((part) =>
        typeof part === 'string' ? (
          part
        ) : (
          <a href={part.href} class={/^(tel|sms):/.test(part.href) ? 'call' : undefined}>
            {part.text}
          </a>
        ),
      )}
    </>
  );
}
