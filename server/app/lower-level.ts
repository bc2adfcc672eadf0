import { atLeast, type RiskLevel } from '../../classifiers/risk-classifier.ts';
import type { ActOutcome, CaseDeps } from './case-deps.ts';
import { changeCase } from './change-case.ts';

export interface LowerLevel {
  readonly conversationId: string;
  readonly responderId: string;
  /** Strictly below the level it has now. */
  readonly level: RiskLevel;
  /** In the responder's words; kept with the case. */
  readonly reason: string;
}

/** Only the responder who has the case lowers its level, and says why. */
export async function lowerLevel(deps: CaseDeps, command: LowerLevel): Promise<ActOutcome> {
  const at = deps.clock.now();
  const { conversationId, responderId, level, reason } = command;
  const outcome = await changeCase(
    deps,
    () => deps.escalations.openOf(conversationId),
    ({ conversation, escalation }) => {
      if (escalation.closedAt) return { refuse: 'closed' };
      if (escalation.claim?.responderId !== responderId) return { refuse: 'busy' };
      if (atLeast(level, conversation.level)) return { refuse: 'invalid' };
      return {
        conversation: { ...conversation, level },
        escalation: { ...escalation, level },
        turns: [],
        acts: [{ responderId, kind: 'level-lowered', at, reason, level }],
      };
    },
  );
  if (outcome.kind === 'refused') return outcome;
  deps.announce.escalationChanged(outcome.escalation);
  return { kind: 'done' };
}
