import { type Helpline, isTexted } from '../helplines/helpline.ts';
import { fill } from '../words/voiced-words.ts';
import type { View } from './view.ts';

/** A number to tap. A line that is no voice call says so. */
export function HelplineLink({ line, view }: { readonly line: Helpline; readonly view: View }) {
  const { words } = view;
  const texted = isTexted(line);
  return (
    <a
      class="number"
      href={line.href}
      aria-label={fill(texted ? words.text : words.call, line.label)}
    >
      {line.label}
      {texted && <small> {words.bySms}</small>}
    </a>
  );
}
