import { claim, type Escalation } from '../domain/escalation.ts';
import type { Responder } from '../domain/responder.ts';
import type { CaseDeps, CaseRefusal } from './case-deps.ts';
import { changeCase } from './change-case.ts';
import { dialogContext } from './dialog-context.ts';
import { spokenTurns } from './spoken-turns.ts';

export type ClaimOutcome =
  | { readonly kind: 'claimed'; readonly escalation: Escalation }
  | { readonly kind: 'refused'; readonly why: CaseRefusal };

/** Gives a case to one responder, and tells the participant who has come. One winner. */
export async function claimEscalation(
  deps: CaseDeps,
  escalationId: string,
  responder: Pick<Responder, 'id' | 'name'>,
): Promise<ClaimOutcome> {
  const at = deps.clock.now();
  const outcome = await changeCase(
    deps,
    () => deps.escalations.find(escalationId),
    ({ conversation, escalation }) => {
      const result = claim(escalation, responder.id, at);
      if (result.kind === 'closed') return { refuse: 'closed' };
      if (result.kind === 'already-taken') return { refuse: 'busy' };
      const again = escalation.claim !== null;
      const joined = deps.dialog.notice('responder-joined', dialogContext(deps, conversation), {
        name: responder.name,
      });
      return {
        conversation: {
          ...conversation,
          handling: { kind: 'with-responder', responderId: responder.id },
        },
        escalation: result.escalation,
        turns: again ? [] : spokenTurns(deps.secrets, 'notice', [{ text: joined }], at),
        acts: again ? [] : [{ responderId: responder.id, kind: 'claimed', at }],
      };
    },
  );
  if (outcome.kind === 'refused') return outcome;
  deps.announce.conversationChanged(outcome.conversation);
  deps.announce.turnsAdded(outcome.conversation.id, outcome.turns);
  deps.announce.escalationChanged(outcome.escalation);
  return { kind: 'claimed', escalation: outcome.escalation };
}
