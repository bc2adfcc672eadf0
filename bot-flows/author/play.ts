import type { Interface } from 'node:readline';
import type {
  Choice,
  Dialog,
  DialogAnswer,
  DialogContext,
  DialogReply,
  Occasion,
} from '../dialog.ts';
import { OCCASIONS } from './occasion-of.ts';

export interface PlayDeps {
  readonly dialog: Dialog;
  readonly lines: Interface;
  readonly write: (text: string) => void;
}

/**
 * Plays a conversation in the terminal until the input ends. A number taps a choice; a line
 * such as `/active` stands for a message that shows this level.
 */
export async function play(
  { dialog, lines, write }: PlayDeps,
  context: DialogContext,
  first: DialogReply,
): Promise<void> {
  let reply = first;
  show(reply, write);
  for await (const line of lines) {
    const text = line.trim();
    if (text === '') continue;
    write(`\n> ${text}\n\n`);
    const occasion = occasionIn(text);
    reply = occasion
      ? await dialog.enter(occasion, reply.flowState, context)
      : await dialog.reply(reply.flowState, answerTo(reply, text), context);
    show(reply, write);
  }
}

function show({ says, raises, request, failed }: DialogReply, write: (text: string) => void): void {
  for (const { text, choices = [] } of says) {
    write(`${text}\n`);
    for (const [index, { label }] of choices.entries()) write(`  ${index + 1}. ${label}\n`);
  }
  if (raises) write(`  [raises: ${raises}]\n`);
  if (request) write(`  [request: ${request}]\n`);
  if (failed) write('  [failed: the fall-back text was said]\n');
}

function answerTo({ says }: DialogReply, text: string): DialogAnswer {
  const choices: readonly Choice[] = says.at(-1)?.choices ?? [];
  const tapped = /^\d$/.test(text) ? choices[Number(text) - 1] : undefined;
  return tapped ? { text: tapped.label, choice: tapped.id } : { text };
}

function occasionIn(text: string): Occasion | undefined {
  return OCCASIONS.find((occasion) => text === `/${occasion}`);
}
