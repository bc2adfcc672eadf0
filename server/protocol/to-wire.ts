import type { RiskAssessment } from '../../classifiers/risk-classifier.ts';
import type { Turn } from '../domain/conversation.ts';
import type { Escalation } from '../domain/escalation.ts';
import type { EscalationWire, ReadTurnWire } from './responder-protocol.ts';
import type { TurnWire } from './turn-wire.ts';

/** First names of responders, for screens. */
export type NameOf = (responderId: string) => string | undefined;

/** Lists what goes out, so that a new field of a turn never leaks by itself. */
export function toTurnWire(turn: Turn, nameOf: NameOf): TurnWire {
  const name = turn.responderId && nameOf(turn.responderId);
  return {
    seq: turn.seq,
    turnId: turn.turnId,
    author: turn.author,
    text: turn.text,
    ...(turn.choices && { choices: turn.choices.map(({ id, label }) => ({ id, label })) }),
    ...(name && { name }),
    at: turn.at.toISOString(),
  };
}

export function toReadTurnWire(
  conversationId: string,
  turn: Turn,
  nameOf: NameOf,
  assessment?: RiskAssessment,
): ReadTurnWire {
  return {
    ...toTurnWire(turn, nameOf),
    conversationId,
    ...(assessment && {
      assessment: {
        level: assessment.level,
        signals: assessment.signals,
        completeness: assessment.completeness,
      },
    }),
  };
}

export function toEscalationWire(escalation: Escalation, nameOf: NameOf): EscalationWire {
  const { claim } = escalation;
  return {
    id: escalation.id,
    conversationId: escalation.conversationId,
    reason: escalation.reason,
    level: escalation.level,
    signals: escalation.signals,
    degraded: escalation.degraded,
    locale: escalation.locale,
    openedAt: escalation.openedAt.toISOString(),
    waitingSince: escalation.waitingSince.toISOString(),
    claimedBy: claim && { id: claim.responderId, name: nameOf(claim.responderId) ?? '' },
    closedAt: escalation.closedAt?.toISOString() ?? null,
  };
}
