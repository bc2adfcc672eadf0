import type { DialogAnswer, DialogContext, DialogReply } from '../../dialog.ts';
import { openAt, reply } from '../../engine/converse.ts';
import type { Place } from '../../engine/flow-state.ts';
import type { Library } from '../../engine/library.ts';

/** What a person does at a question: taps an option, by its id, or says something else. */
export type Move = { readonly tap: string } | { readonly say: string };

/** A way through a flow: where it begins, and what the person does at each question. */
export interface Walk {
  readonly from: Place;
  /** Steps it is as if they had been at before. */
  readonly been: readonly string[];
  readonly moves: readonly Move[];
}

/** Words that fit nothing. */
export const OTHER_WORDS = 'blabla';

/** @returns nothing when what is tapped isn't offered. */
export function answerOf(move: Move, { says }: DialogReply): DialogAnswer | undefined {
  if ('say' in move) return { text: move.say };
  const choice = says.at(-1)?.choices?.find(({ id }) => id === move.tap);
  return choice && { text: choice.label, choice: choice.id };
}

/** What is said along a walk; it ends early where a tap isn't offered. */
export function repliesAlong(
  library: Library,
  { from, been, moves }: Walk,
  context: DialogContext,
): readonly DialogReply[] {
  const replies = [openAt(library, from, context, been)];
  for (const move of moves) {
    const last = replies.at(-1) as DialogReply;
    const answer = answerOf(move, last);
    if (!answer) break;
    replies.push(reply(library, last.flowState, answer, context));
  }
  return replies;
}

/** Names a walk: the same for the same steps and answers. */
export const walkKey = ({ from, been, moves }: Walk): string =>
  [`${from.flow}.${from.step}`, ...been, ...moves.map((move) => JSON.stringify(move))].join(' ');
