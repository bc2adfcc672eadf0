import type { Helpline } from '../helplines/helpline.ts';
import { fill } from '../words/voiced-words.ts';
import type { View } from './view.ts';

/** Whether a line is answered now, and until when; nothing where that isn't known any more. */
export function OpenNow({ line, view }: { readonly line: Helpline; readonly view: View }) {
  const until = new Date(line.until ?? 0);
  if (until < new Date()) return null;
  const time = until.toLocaleTimeString(view.locale, { hour: 'numeric', minute: '2-digit' });
  return <b> {fill(line.open ? view.words.openUntil : view.words.shutUntil, time)}</b>;
}
