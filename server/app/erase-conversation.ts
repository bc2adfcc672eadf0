import { close } from '../domain/escalation.ts';
import type { Announcer } from '../ports/announcer.ts';
import type { Clock } from '../ports/clock.ts';
import type { ConversationStore } from '../ports/conversation-store.ts';
import type { EscalationStore } from '../ports/escalation-store.ts';
import type { Secrets } from '../ports/secrets.ts';

export interface EraseConversationDeps {
  readonly conversations: ConversationStore;
  readonly escalations: EscalationStore;
  readonly announce: Announcer;
  readonly secrets: Secrets;
  readonly clock: Clock;
}

/** Erases all that is kept of a conversation. @returns the receipt's id; nothing when there was none. */
export async function eraseConversation(
  deps: EraseConversationDeps,
  conversationId: string,
): Promise<string | undefined> {
  const at = deps.clock.now();
  const escalation = await deps.escalations.openOf(conversationId);
  const receiptId = deps.secrets.newId();
  if (!(await deps.conversations.erase(conversationId, receiptId, at))) return undefined;
  deps.announce.conversationErased(conversationId);
  if (escalation) deps.announce.escalationClosed(close(escalation, at));
  return receiptId;
}
