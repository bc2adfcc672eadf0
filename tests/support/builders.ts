import type { RiskAssessment } from '../../classifiers/risk-classifier.ts';
import type { Conversation } from '../../server/domain/conversation.ts';
import { type Escalation, openEscalation } from '../../server/domain/escalation.ts';

export const NOON = new Date('2026-11-24T12:00:00Z');
export const later = (ms: number, from = NOON) => new Date(from.getTime() + ms);

export function aConversation(changes: Partial<Conversation> = {}): Conversation {
  return {
    id: 'c1',
    version: 1,
    handling: { kind: 'with-bot' },
    level: 'none',
    highestLevel: 'none',
    locale: 'fr',
    site: 'default',
    flowState: null,
    openedAt: NOON,
    tokenExpiresAt: later(7 * 24 * 3600_000),
    ...changes,
  };
}

export function anAssessment(changes: Partial<RiskAssessment> = {}): RiskAssessment {
  return {
    level: 'none',
    signals: [],
    language: 'fr',
    completeness: 'full',
    assessor: 'fake@1',
    ...changes,
  };
}

export function anEscalation(changes: Partial<Escalation> = {}): Escalation {
  return {
    ...openEscalation({
      id: 'e1',
      conversationId: 'c1',
      reason: 'risk',
      level: 'active',
      signals: [],
      degraded: false,
      locale: 'fr',
      at: NOON,
    }),
    ...changes,
  };
}
