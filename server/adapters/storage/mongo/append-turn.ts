import type { NewTurn } from '../../../domain/conversation.ts';
import { type AppendResult, StorageUnavailableError } from '../../../ports/conversation-store.ts';
import { plain } from './attempt.ts';
import type { ConversationDocument, Models } from './documents.ts';
import { toTurn } from './from-documents.ts';

/** Others may append meanwhile; each time it is looked at afresh. */
export const ATTEMPTS = 200;

/**
 * Keeps a participant's turn with one write to one document, made only if no other turn came
 * since it was looked at.
 */
export async function appendTurn(
  { conversations }: Pick<Models, 'conversations'>,
  id: string,
  turn: NewTurn,
): Promise<AppendResult> {
  const ofThisId = { $elemMatch: { turnId: plain(turn.turnId) } };
  plain(turn.text);
  for (let tries = 1; tries <= ATTEMPTS; tries++) {
    const found = await conversations
      .findById(plain(id), { lastSeq: 1, handling: 1, turns: ofThisId })
      .lean<ConversationDocument>()
      .exec();
    if (!found) return { kind: 'unknown' };
    const [known] = found.turns ?? [];
    if (known) {
      const same =
        known.author === turn.author && known.text === turn.text && known.choice === turn.choice;
      return same ? { kind: 'repeated', turn: toTurn(known) } : { kind: 'id-reused' };
    }
    if (found.handling.kind === 'closed') return { kind: 'closed' };
    const seq = found.lastSeq + 1;
    const { modifiedCount } = await conversations.updateOne(
      { _id: id, lastSeq: found.lastSeq, 'handling.kind': found.handling.kind },
      {
        $set: { lastSeq: seq },
        $inc: { participantTurns: turn.author === 'participant' ? 1 : 0 },
        $push: { turns: { ...turn, seq }, pending: { seq, at: turn.at } },
        $min: { pendingSince: turn.at },
      },
    );
    if (modifiedCount === 1) return { kind: 'kept', turn: { ...turn, seq } };
  }
  throw new StorageUnavailableError('too many write to one conversation at once');
}
