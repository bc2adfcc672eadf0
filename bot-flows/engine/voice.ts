import type { DialogContext } from '../dialog.ts';
import { linesTold } from '../helplines/lines-told.ts';
import { SAID_KEPT } from './flow-state.ts';
import { type Language, languageOf } from './languages.ts';
import type { Library } from './library.ts';
import { type Option, optionLabel, placeholdersIn, wordingsOf } from './texts.ts';
import type { Bubble } from './wording.ts';
import { isMinor, resolveWording } from './wording.ts';

export const LONGEST_BUBBLE = 280;
/** What was said so few sentences ago would come twice running. */
const JUST_SAID = 3;
/** … and so many are about ten turns. */
export const LATELY = 30;
const LONGEST_ASSENT = 12;
/** About as many as there are texts. */
const MOST_WEIGHED = 20_000;

/** Turns authored bubbles into what one person is told. */
export interface Voice {
  readonly language: Language;
  /**
   * The wording for the n-th time (from 0), passing over wordings that name what isn't there
   * and, where it can, those that hold a sentence among `said`. `null` when none is left to say.
   * @param lately so many sentences must lie between.
   */
  say(bubble: Bubble, time: number, said: readonly string[], lately?: number): string | null;
  /** The numbers of these purposes, one a line; `null` where the country has none of them. */
  card(roles: readonly string[]): string | null;
  label(option: Option): string;
}

export function createVoice(
  library: Library,
  context: DialogContext,
  extra: Readonly<Record<string, string | undefined>> = {},
): Voice {
  const language = languageOf(context.locale);
  const told = linesTold(library.helplines, context.country, language, context);
  const values: Record<string, string | undefined> = {
    ...told.values,
    site: context.siteName,
    ...extra,
  };

  return {
    language,
    say(bubble, time, said, least = JUST_SAID) {
      const wordings = wordingsOf(bubble)
        .map((wording) => resolveWording(wording, context))
        .filter((text) => placeholdersIn(text).every((name) => values[name] !== undefined))
        .map((text) => text.replace(/\{([^}]*)\}/g, (_, name: string) => values[name] ?? ''));
      const first = wordings.length > 2 && time >= wordings.length ? 1 : 0;
      const start = first ? 1 + ((time - 1) % (wordings.length - 1)) : time % wordings.length;
      const inTurn = [...wordings.slice(start), ...wordings.slice(0, start)];
      const age = (text: string) => Math.max(...weighing(text).map((one) => said.lastIndexOf(one)));
      const oldest = inTurn.toSorted((a, b) => age(a) - age(b))[0];
      if (oldest === undefined) return null;
      const lately = age(oldest) >= 0 && age(oldest) >= said.length - least;
      return lately ? null : (inTurn.find((text) => age(text) < 0) ?? oldest);
    },
    card(roles) {
      const wanted = isMinor(context.ageBand) ? ['child', 'bullying', ...roles] : roles;
      let card = '';
      const shown = new Set<string>();
      for (const role of new Set(wanted)) {
        const line = told.serving[role];
        const label = values[role];
        if (line === undefined || label === undefined || shown.has(line)) continue;
        shown.add(line);
        const next = `${card}${card ? '\n' : ''}${label}. ${values[`${role}-about`]}`;
        if (next.length <= LONGEST_BUBBLE) card = next;
      }
      return card || null;
    },
    label: (option) => optionLabel(option, context.address),
  };
}

/** Notes down that a text was said, sentence by sentence. */
export const remember = (said: readonly string[], text: string): string[] =>
  [...said, ...sentencesOf(text).map(mark)].slice(-SAID_KEPT);

/** Sentences of one bubble; the lines of a card are sentences too. */
export const sentencesOf = (text: string): readonly string[] =>
  text.split(/(?<=[.?!…](?:\u00a0»)?)[ \n]+|\n/).filter((sentence) => sentence !== '');

const weighed = new Map<string, readonly string[]>();

/** Marks of the sentences but for an "All right." before others, which may come again. */
function weighing(text: string): readonly string[] {
  const known = weighed.get(text);
  if (known) return known;
  const sentences = sentencesOf(text);
  const long = sentences.filter(({ length }) => length > LONGEST_ASSENT);
  const marks = (long.length > 0 ? long : sentences).map(mark);
  if (weighed.size > MOST_WEIGHED) weighed.clear();
  weighed.set(text, marks);
  return marks;
}

/** A short stand-in for a sentence (FNV-1a), so that the state holds no sentences. */
export function mark(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0).toString(36);
}
