import type { RiskAssessment, RiskLevel } from '../../../../classifiers/risk-classifier.ts';
import type {
  Author,
  Conversation,
  Handling,
  NewTurn,
  Turn,
} from '../../../domain/conversation.ts';
import type { Escalation, EscalationReason } from '../../../domain/escalation.ts';
import type { OutboxEntry } from '../../../domain/outbox.ts';
import type { ConversationChange } from '../../../ports/conversation-store.ts';

/** A row as libsql gives it; it carries a `_metadata` of its own, so fields are read by name. */
export type Row = Readonly<Record<string, string | number | null>>;

export const date = (ms: Row[string] | undefined) => new Date(Number(ms));
export const dateOrNull = (ms: Row[string] | undefined) => (ms === null ? null : date(ms));
export const msOrNull = (at: Date | null) => at?.getTime() ?? null;

export function toConversation(row: Row): Conversation {
  return {
    id: String(row.id),
    version: Number(row.version),
    handling: toHandling(row),
    level: row.level as RiskLevel,
    highestLevel: row.highest_level as RiskLevel,
    locale: String(row.locale),
    site: String(row.site),
    ...(row.age_band !== null && { ageBand: row.age_band as NonNullable<Conversation['ageBand']> }),
    ...(row.consent !== null && { consent: JSON.parse(String(row.consent)) }),
    flowState: row.flow_state as string | null,
    openedAt: date(row.opened_at_ms),
    tokenExpiresAt: date(row.token_expires_at_ms),
  };
}

/** The columns that a commit may change. */
export function changeable(conversation: Conversation) {
  const { handling } = conversation;
  return [
    handling.kind,
    handling.kind === 'with-responder' ? handling.responderId : null,
    conversation.level,
    conversation.highestLevel,
    conversation.locale,
    conversation.site,
    conversation.ageBand ?? null,
    conversation.consent ? JSON.stringify(conversation.consent) : null,
    conversation.flowState,
    conversation.openedAt.getTime(),
    conversation.tokenExpiresAt.getTime(),
  ] as const;
}

function toHandling({ handling, handling_responder_id }: Row): Handling {
  return handling === 'with-responder'
    ? { kind: handling, responderId: String(handling_responder_id) }
    : { kind: handling as Exclude<Handling['kind'], 'with-responder'> };
}

export function toTurn(row: Row): Turn {
  return {
    seq: Number(row.seq),
    turnId: String(row.turn_id),
    author: row.author as Author,
    text: String(row.text),
    ...(row.choices !== null && { choices: JSON.parse(String(row.choices)) }),
    ...(row.choice !== null && { choice: String(row.choice) }),
    ...(row.responder_id !== null && { responderId: String(row.responder_id) }),
    at: date(row.at_ms),
  };
}

/** All but `pending`. */
export function turnValues(conversationId: string, seq: number, turn: NewTurn) {
  return [
    conversationId,
    seq,
    turn.turnId,
    turn.author,
    turn.text,
    turn.choices ? JSON.stringify(turn.choices) : null,
    turn.choice ?? null,
    turn.responderId ?? null,
    turn.at.getTime(),
  ] as const;
}

export function toAssessment(row: Row): RiskAssessment {
  return {
    level: row.level as RiskLevel,
    signals: JSON.parse(String(row.signals)),
    language: String(row.language),
    completeness: row.completeness as RiskAssessment['completeness'],
    assessor: String(row.assessor),
  };
}

export function assessmentValues(
  conversationId: string,
  { seq, assessment, decision }: NonNullable<ConversationChange['answered']>,
) {
  return [
    conversationId,
    seq,
    assessment.level,
    JSON.stringify(assessment.signals),
    assessment.language,
    assessment.completeness,
    assessment.assessor,
    JSON.stringify(decision),
  ] as const;
}

export function toEscalation(row: Row): Escalation {
  return {
    id: String(row.id),
    conversationId: String(row.conversation_id),
    reason: row.reason as EscalationReason,
    level: row.level as RiskLevel,
    signals: JSON.parse(String(row.signals)),
    degraded: row.degraded === 1,
    locale: String(row.locale),
    waitingSince: date(row.waiting_since_ms),
    openedAt: date(row.opened_at_ms),
    claim:
      row.claim_responder_id === null
        ? null
        : {
            responderId: String(row.claim_responder_id),
            at: date(row.claim_at_ms),
            leaseUntil: date(row.claim_lease_until_ms),
          },
    firstClaimedAt: dateOrNull(row.first_claimed_at_ms),
    toldUnansweredAt: dateOrNull(row.told_unanswered_at_ms),
    closedAt: dateOrNull(row.closed_at_ms),
  };
}

export function escalationValues(escalation: Escalation) {
  return [
    escalation.id,
    escalation.conversationId,
    escalation.reason,
    escalation.level,
    JSON.stringify(escalation.signals),
    escalation.degraded ? 1 : 0,
    escalation.locale,
    escalation.waitingSince.getTime(),
    escalation.openedAt.getTime(),
    escalation.claim?.responderId ?? null,
    msOrNull(escalation.claim?.at ?? null),
    msOrNull(escalation.claim?.leaseUntil ?? null),
    msOrNull(escalation.firstClaimedAt),
    msOrNull(escalation.toldUnansweredAt),
    msOrNull(escalation.closedAt),
  ] as const;
}

export function toOutboxEntry(row: Row): OutboxEntry {
  return {
    id: String(row.id),
    kind: row.kind as OutboxEntry['kind'],
    escalationId: String(row.escalation_id),
    conversationId: String(row.conversation_id),
    level: row.level as RiskLevel,
    at: date(row.at_ms),
    attempts: Number(row.attempts),
    dueAt: date(row.due_at_ms),
  };
}

export function outboxValues(conversationId: string, entry: OutboxEntry) {
  return [
    entry.id,
    conversationId,
    entry.escalationId,
    entry.kind,
    entry.level,
    entry.at.getTime(),
    entry.attempts,
    entry.dueAt.getTime(),
  ] as const;
}
