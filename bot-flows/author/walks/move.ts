import type { DialogAnswer, DialogContext, DialogReply } from '../../dialog.ts';
import { openAt, reply } from '../../engine/converse.ts';
import type { Place } from '../../engine/flow-state.ts';
import type { Library } from '../../engine/library.ts';
import type { Past } from '../../engine/past.ts';

/** What a person does at a question: taps an option, by its id, or says something else. */
export type Move =
  | { readonly tap: string }
  | {
      readonly say: string;
      /** What the classifier sees in it. */
      readonly shows?: readonly string[];
    };

/** A way through a flow: where it begins, and what the person does at each question. */
export interface Walk {
  readonly from: Place;
  readonly past: Past;
  /** Who walks it, where that isn’t as usual. */
  readonly who: Partial<DialogContext>;
  readonly moves: readonly Move[];
}

/** Words that fit nothing. */
export const OTHER_WORDS = 'blabla';

/** @returns nothing when what is tapped isn't offered. */
export function answerOf(move: Move, { says }: DialogReply): DialogAnswer | undefined {
  if ('say' in move) return { text: move.say, ...(move.shows && { signals: move.shows }) };
  const choice = says.at(-1)?.choices?.find(({ id }) => id === move.tap);
  return choice && { text: choice.label, choice: choice.id };
}

/** What is said along a walk; it ends early where a tap isn't offered. */
export function repliesAlong(
  library: Library,
  { from, past, who, moves }: Walk,
  usual: DialogContext,
): readonly DialogReply[] {
  const context = { ...usual, ...who };
  const replies = [openAt(library, from, context, past)];
  for (const move of moves) {
    const last = replies.at(-1) as DialogReply;
    const answer = answerOf(move, last);
    if (!answer) break;
    replies.push(reply(library, last.flowState, answer, context));
  }
  return replies;
}

/** Names a walk: the same for the same steps and answers. */
export const walkKey = ({ from, past, who, moves }: Walk): string =>
  JSON.stringify([from, past, who, ...moves]);
