import { atLeast, type RiskAssessment } from '../../classifiers/risk-classifier.ts';
import type { Conversation } from './conversation.ts';
import { type Escalation, openEscalation, raise } from './escalation.ts';
import { callTo, type OutboxEntry } from './outbox.ts';
import type { TriageDecision } from './triage.ts';

export interface TurnSeen {
  /** The conversation's case, when it has one that isn't closed. */
  readonly known: Escalation | undefined;
  /** As it was before this turn. */
  readonly conversation: Pick<Conversation, 'id' | 'handling' | 'locale'>;
  readonly decision: TriageDecision;
  /** With the level the conversation has now. */
  readonly assessment: RiskAssessment;
  readonly at: Date;
}

export interface CaseChange {
  /** Opened or changed; absent when there is nothing to write. */
  readonly escalation?: Escalation;
  /** Who has to hear of it beyond the console. */
  readonly outbox: readonly OutboxEntry[];
}

/**
 * What a turn changes about its conversation's case. People are called for danger and on
 * request, and again when the level rises; what only needs reviewing waits in the console.
 */
export function caseForTurn(seen: TurnSeen, newId: () => string): CaseChange {
  return seen.known ? changed(seen.known, seen, newId) : opened(seen, newId);
}

function opened(
  { conversation, decision, assessment, at }: TurnSeen,
  newId: () => string,
): CaseChange {
  if (decision.kind === 'continue') return { outbox: [] };
  const escalation = openEscalation({
    id: newId(),
    conversationId: conversation.id,
    reason: decision.reason,
    level: assessment.level,
    signals: assessment.signals,
    degraded: assessment.completeness === 'degraded',
    locale: conversation.locale,
    at,
  });
  const calls = decision.kind === 'escalate' || atLeast(assessment.level, 'passive');
  return { escalation, outbox: calls ? [callTo('escalation-opened', escalation, at, newId)] : [] };
}

function changed(known: Escalation, seen: TurnSeen, newId: () => string): CaseChange {
  const { conversation, decision, assessment, at } = seen;
  const { level, signals, completeness } = assessment;
  const degraded = completeness === 'degraded';
  const rose = level !== known.level && atLeast(level, known.level);
  // A case that only waited for review becomes one in which a person is called.
  const called = decision.kind === 'escalate' && conversation.handling.kind === 'with-bot';
  const adds =
    rose ||
    called ||
    (degraded && !known.degraded) ||
    signals.some((signal) => !known.signals.includes(signal));
  if (!adds) return { outbox: [] };

  const reason = decision.kind === 'continue' ? known.reason : decision.reason;
  const raised = raise(known, { reason, level, signals, degraded, at });
  const escalation = called
    ? { ...raised, reason, waitingSince: at, toldUnansweredAt: null }
    : raised;
  const calls = called || (rose && atLeast(level, 'passive'));
  return { escalation, outbox: calls ? [callTo('escalation-raised', escalation, at, newId)] : [] };
}
