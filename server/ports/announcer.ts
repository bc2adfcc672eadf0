import type { RiskAssessment } from '../../classifiers/risk-classifier.ts';
import type { Conversation, Turn } from '../domain/conversation.ts';
import type { Escalation } from '../domain/escalation.ts';

/**
 * Tells connected screens that something was kept. A hint: whoever misses it pulls from the
 * store. Never throws and never delays what called it.
 */
export interface Announcer {
  /** A participant's turn is kept; for the participant's own screens. */
  participantTurnKept(conversationId: string, turn: Turn): void;
  /** The same turn once it has been read; for responders, who see what was flagged in it. */
  participantTurnAssessed(conversationId: string, turn: Turn, assessment: RiskAssessment): void;
  /** Something was said to the participant; for all screens. */
  turnsAdded(conversationId: string, turns: readonly Turn[]): void;
  conversationChanged(conversation: Conversation): void;
  /** The conversation was erased; its screens have nothing left to show. */
  conversationErased(conversationId: string): void;
  escalationOpened(escalation: Escalation): void;
  escalationChanged(escalation: Escalation): void;
  escalationClosed(escalation: Escalation): void;
}
