import type { Conversation, NewTurn } from '../domain/conversation.ts';
import { type Escalation, release } from '../domain/escalation.ts';
import type { Act, Responder } from '../domain/responder.ts';
import type { ActOutcome, CaseDeps } from './case-deps.ts';
import { changeCase } from './change-case.ts';
import { dialogContext } from './dialog-context.ts';
import { spokenTurns } from './spoken-turns.ts';

/** The responder gives the case back: it waits again, and the participant is told. */
export async function releaseEscalation(
  deps: CaseDeps,
  escalationId: string,
  responder: Pick<Responder, 'id' | 'name'>,
): Promise<ActOutcome> {
  const act = ({ claim }: Escalation) => (claim?.responderId === responder.id ? 'released' : null);
  return giveBack(deps, escalationId, act, { name: responder.name });
}

/** The claim's lease has run out, its responder being gone: the case returns to the queue. */
export async function endLease(deps: CaseDeps, escalationId: string): Promise<ActOutcome> {
  const now = deps.clock.now();
  return giveBack(deps, escalationId, ({ claim }) =>
    claim && claim.leaseUntil <= now ? 'lease-ended' : null,
  );
}

async function giveBack(
  deps: CaseDeps,
  escalationId: string,
  act: (escalation: Escalation) => Act['kind'] | null,
  who: { name?: string } = {},
): Promise<ActOutcome> {
  const at = deps.clock.now();
  const outcome = await changeCase(
    deps,
    () => deps.escalations.find(escalationId),
    ({ conversation, escalation }) => {
      if (escalation.closedAt) return { refuse: 'closed' };
      const kind = act(escalation);
      if (!kind || !escalation.claim) return { refuse: 'busy' };
      return {
        conversation: { ...conversation, handling: { kind: 'awaiting-responder' } },
        escalation: release(escalation, at),
        turns: leftNotice(deps, conversation, who, at),
        acts: [{ responderId: escalation.claim.responderId, kind, at }],
      };
    },
  );
  if (outcome.kind === 'refused') return outcome;
  deps.announce.conversationChanged(outcome.conversation);
  deps.announce.turnsAdded(outcome.conversation.id, outcome.turns);
  deps.announce.escalationChanged(outcome.escalation);
  return { kind: 'done' };
}

function leftNotice(
  deps: CaseDeps,
  conversation: Conversation,
  who: { name?: string },
  at: Date,
): readonly NewTurn[] {
  const text = deps.dialog.notice('responder-left', dialogContext(deps, conversation), who);
  return spokenTurns(deps.secrets, 'notice', [{ text }], at);
}
