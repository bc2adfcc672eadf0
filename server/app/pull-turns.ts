import type { Handling, Turn } from '../domain/conversation.ts';
import type { ConversationStore } from '../ports/conversation-store.ts';

/** As many turns as one pull gives; whoever lacks more pulls again from the last. */
const PULL_LIMIT = 500;

export interface PulledTurns {
  readonly turns: readonly Turn[];
  readonly handling: Handling;
  /** The number of the last kept turn, whether or not it is among `turns`. */
  readonly lastSeq: number;
}

/** What a participant's screen lacks after a turn; nothing when the conversation is gone. */
export async function pullTurns(
  { conversations }: { readonly conversations: ConversationStore },
  conversationId: string,
  after: number,
): Promise<PulledTurns | undefined> {
  const conversation = await conversations.load(conversationId);
  if (!conversation) return undefined;
  const turns = await conversations.turnsAfter(conversationId, after, PULL_LIMIT);
  const lastSeq = Math.max(turns.at(-1)?.seq ?? 0, await conversations.lastSeq(conversationId));
  return { turns, handling: conversation.handling, lastSeq };
}
