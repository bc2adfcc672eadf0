import type { DialogContext } from '../dialog.ts';
import { languageOf } from './languages.ts';
import type { Library } from './library.ts';
import { bubbleOf } from './texts.ts';
import { createVoice } from './voice.ts';

/**
 * One line of `flows/notices`: the first wording that names nothing unknown.
 * @throws {Error} when there is none; the loader makes sure that there is.
 */
export function noticeText(
  library: Library,
  id: string,
  context: DialogContext,
  values: { readonly name?: string; readonly role?: string } = {},
): string {
  const bubble = bubbleOf(library.notices[languageOf(context.locale)][id], 'text');
  const text = bubble && createVoice(library, context, values).say(bubble, 0, []);
  if (!text) throw new Error(`no notice is called "${id}"`);
  return text;
}
