import type { Escalation } from '../domain/escalation.ts';
import { callTo } from '../domain/outbox.ts';
import type { CaseDeps } from './case-deps.ts';
import { changeCase } from './change-case.ts';
import { dialogContext } from './dialog-context.ts';
import { spokenTurns } from './spoken-turns.ts';

/** The truth is told again after as long, but never more often than this. */
const SHORTEST_BETWEEN_MS = 10 * 60_000;

/**
 * Tells everyone who has waited longer than the site promises that nobody has answered yet,
 * with the numbers, and calls people again. Never silence.
 */
export async function tellUnanswered(deps: CaseDeps): Promise<void> {
  const now = deps.clock.now();
  for (const escalation of await deps.escalations.open()) {
    if (isOverdue(deps, escalation, now)) await tell(deps, escalation, now);
  }
}

function isOverdue({ site }: CaseDeps, escalation: Escalation, now: Date): boolean {
  if (escalation.claim) return false;
  const withinMs = site.answerWithinMs[escalation.level];
  const { toldUnansweredAt, waitingSince } = escalation;
  return toldUnansweredAt
    ? now.getTime() - toldUnansweredAt.getTime() >= Math.max(withinMs, SHORTEST_BETWEEN_MS)
    : now.getTime() - waitingSince.getTime() >= withinMs;
}

async function tell(deps: CaseDeps, { id, conversationId }: Escalation, at: Date) {
  const outcome = await changeCase(
    deps,
    () => deps.escalations.find(id),
    ({ conversation, escalation }) => {
      if (escalation.closedAt) return { refuse: 'closed' };
      if (escalation.claim) return { refuse: 'busy' };
      // Somebody who only waits for review was not promised anyone.
      const promised = conversation.handling.kind === 'awaiting-responder';
      const text = deps.dialog.notice('nobody-yet', dialogContext(deps, conversation));
      return {
        conversation,
        escalation: { ...escalation, toldUnansweredAt: at },
        turns: promised ? spokenTurns(deps.secrets, 'notice', [{ text }], at) : [],
        outbox: [callTo('escalation-unanswered', escalation, at, deps.secrets.newId)],
      };
    },
  );
  if (outcome.kind === 'changed') deps.announce.turnsAdded(conversationId, outcome.turns);
}
