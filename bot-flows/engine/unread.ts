import type { DialogContext } from '../dialog.ts';
import type { HelplineRole } from '../helplines/helplines.ts';
import { lineLabels } from '../helplines/line-labels.ts';
import { LANGUAGES, languageOf } from './languages.ts';
import type { Library } from './library.ts';
import { placeholdersIn } from './texts.ts';

/** The numbers that a text about unread messages may name. */
export const UNREAD_NUMBERS: readonly HelplineRole[] = ['emergency', 'suicide'];
/** What stands between two emergency numbers; in other languages a sign that all read. */
const OR: Readonly<Record<string, string>> = { fr: ' ou le ', en: ' or ' };
const OR_ANYWHERE = ' / ';

/**
 * What is said about a message in a language that the program doesn't read: at first who we are
 * and the numbers, in that language; then a short word, in that language and ours by turns, so
 * that nothing is said twice running.
 *
 * @param time how many such messages came before.
 */
export function unreadTexts(
  library: Library,
  { language, urgent }: { readonly language: string; readonly urgent: boolean },
  context: DialogContext,
  time: number,
): readonly string[] {
  const all = library.content.unread ?? {};
  const ours = languageOf(context.locale);
  // Of somebody whose language has no text nobody knows which of ours they read.
  const theirs = all[language] ? [language] : [ours, ...LANGUAGES.filter((one) => one !== ours)];
  const speaking = theirs[0] ?? ours;
  const numbers = firstSayable(library, speaking, context, all[speaking]?.numbers);
  if (time === 0) return [...theirs.flatMap((name) => all[name]?.first ?? []), ...numbers];
  const name = time % 2 === 1 ? speaking : ours;
  const again = all[name]?.again ?? [];
  const start = Math.floor(time / 2) % Math.max(1, again.length);
  const inTurn = [...again.slice(start), ...again.slice(0, start)];
  const said = firstSayable(library, name, context, inTurn);
  return urgent ? [...numbers, ...said] : said;
}

/** The first text whose numbers the country has, with them in it. */
function firstSayable(
  library: Library,
  language: string,
  context: DialogContext,
  texts: readonly string[] = [],
): readonly string[] {
  const labels = Object.fromEntries(
    UNREAD_NUMBERS.map((role) => [
      role,
      lineLabels(library.helplines, context.country, role, context).join(
        OR[language] ?? OR_ANYWHERE,
      ),
    ]),
  );
  const text = texts.find((one) => placeholdersIn(one).every((name) => labels[name]));
  return text === undefined
    ? []
    : [text.replace(/\{([^}]*)\}/g, (_, name: string) => labels[name] ?? '')];
}
