import { close } from '../domain/escalation.ts';
import type { Responder } from '../domain/responder.ts';
import type { ActOutcome, CaseDeps } from './case-deps.ts';
import { changeCase } from './change-case.ts';
import { dialogContext } from './dialog-context.ts';
import { spokenTurns } from './spoken-turns.ts';

/** The responder who has the case ends the conversation; the participant reads so. */
export async function closeConversation(
  deps: CaseDeps,
  conversationId: string,
  responder: Pick<Responder, 'id' | 'name'>,
): Promise<ActOutcome> {
  const at = deps.clock.now();
  const outcome = await changeCase(
    deps,
    () => deps.escalations.openOf(conversationId),
    ({ conversation, escalation }) => {
      if (escalation.closedAt) return { refuse: 'closed' };
      if (escalation.claim?.responderId !== responder.id) return { refuse: 'busy' };
      const text = deps.dialog.notice('closed-by-responder', dialogContext(deps, conversation), {
        name: responder.name,
      });
      return {
        conversation: { ...conversation, handling: { kind: 'closed' } },
        escalation: close(escalation, at),
        turns: spokenTurns(deps.secrets, 'notice', [{ text }], at),
        acts: [{ responderId: responder.id, kind: 'closed', at }],
      };
    },
  );
  if (outcome.kind === 'refused') return outcome;
  deps.announce.turnsAdded(conversationId, outcome.turns);
  deps.announce.conversationChanged(outcome.conversation);
  deps.announce.escalationClosed(outcome.escalation);
  return { kind: 'done' };
}
