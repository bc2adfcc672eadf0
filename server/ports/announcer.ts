import type { Conversation, Turn } from '../domain/conversation.ts';
import type { Escalation } from '../domain/escalation.ts';

/**
 * Tells connected screens that something was kept. A hint: whoever misses it pulls from the
 * store. Never throws and never delays what called it.
 */
export interface Announcer {
  turnsAdded(conversationId: string, turns: readonly Turn[]): void;
  conversationChanged(conversation: Conversation): void;
  /** The conversation was erased; its screens have nothing left to show. */
  conversationErased(conversationId: string): void;
  escalationOpened(escalation: Escalation): void;
  escalationChanged(escalation: Escalation): void;
  escalationClosed(escalation: Escalation): void;
}
