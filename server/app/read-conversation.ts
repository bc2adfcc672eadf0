import type { RiskAssessment } from '../../classifiers/risk-classifier.ts';
import type { Conversation, Turn } from '../domain/conversation.ts';
import type { ConversationStore } from '../ports/conversation-store.ts';
import type { EscalationStore } from '../ports/escalation-store.ts';

/** As many turns as one pull gives; whoever lacks more pulls again from the last. */
const PULL_LIMIT = 500;

export interface ReadConversation {
  readonly conversation: Conversation;
  readonly turns: readonly Turn[];
  /** What was seen in the participant's turns, by their number. */
  readonly assessments: ReadonlyMap<number, RiskAssessment>;
  readonly lastSeq: number;
}

/** What a responder sees of a conversation. Only one that has an open case is anybody's to read. */
export async function readConversation(
  deps: { readonly conversations: ConversationStore; readonly escalations: EscalationStore },
  conversationId: string,
  after: number,
): Promise<ReadConversation | undefined> {
  if (!(await deps.escalations.openOf(conversationId))) return undefined;
  const conversation = await deps.conversations.load(conversationId);
  if (!conversation) return undefined;
  const [turns, assessments, lastSeq] = await Promise.all([
    deps.conversations.turnsAfter(conversationId, after, PULL_LIMIT),
    deps.conversations.assessments(conversationId),
    deps.conversations.lastSeq(conversationId),
  ]);
  return { conversation, turns, assessments, lastSeq };
}
