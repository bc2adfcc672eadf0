import type { Saying } from '../../bot-flows/dialog.ts';
import type { Author, NewTurn } from '../domain/conversation.ts';
import type { Secrets } from '../ports/secrets.ts';

/** What the program or the house says, as turns to be kept. */
export function spokenTurns(
  secrets: Secrets,
  author: Exclude<Author, 'participant' | 'responder'>,
  says: readonly Saying[],
  at: Date,
): readonly NewTurn[] {
  return says.map(({ text, choices }) => ({
    turnId: secrets.newId(),
    author,
    text,
    ...(choices && choices.length > 0 && { choices }),
    at,
  }));
}
