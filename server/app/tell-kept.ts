import type { RiskAssessment } from '../../classifiers/risk-classifier.ts';
import type { Conversation, Turn } from '../domain/conversation.ts';
import type { Escalation } from '../domain/escalation.ts';
import type { Announcer } from '../ports/announcer.ts';
import type { Metrics } from '../ports/metrics.ts';

export interface Kept {
  /** The participant's turn that was read, and what it was read as. */
  readonly turn: Turn;
  readonly seen: RiskAssessment;
  /** The conversation before, and as it was kept. */
  readonly before: Conversation;
  readonly now: Conversation;
  /** What was said in the same commit. */
  readonly said: readonly Turn[];
  /** The case that was open before, and as it was kept. */
  readonly known: Escalation | undefined;
  readonly escalation: Escalation | undefined;
}

/** Tells screens and figures what came of reading a turn, once it is kept. */
export function tellKept(
  { announce, metrics }: { readonly announce: Announcer; readonly metrics: Metrics },
  { turn, seen, before, now, said, known, escalation }: Kept,
): void {
  announce.participantTurnAssessed(before.id, turn, seen);
  announce.turnsAdded(before.id, said);
  if (now.handling.kind !== before.handling.kind) announce.conversationChanged(now);
  if (escalation && !known) {
    metrics.escalationOpened(escalation.level);
    announce.escalationOpened(escalation);
  } else if (escalation) {
    announce.escalationChanged(escalation);
  }
}
