import type { Conversation, Turn } from '../domain/conversation.ts';
import type { Escalation } from '../domain/escalation.ts';
import type { ConversationChange } from '../ports/conversation-store.ts';
import type { CaseDeps, CaseRefusal } from './case-deps.ts';

/** Others may write meanwhile; each time it is decided afresh on what is there then. */
const ATTEMPTS = 10;

type Found = { readonly conversation: Conversation; readonly escalation: Escalation };

export type CaseOutcome =
  | {
      readonly kind: 'changed';
      readonly conversation: Conversation;
      readonly turns: readonly Turn[];
      readonly escalation: Escalation;
    }
  | { readonly kind: 'refused'; readonly why: CaseRefusal };

/**
 * Changes a case together with its conversation, all or nothing, however many do so at once:
 * `decide` sees what is kept now and either refuses or says what shall be; when somebody was
 * faster it is asked again. So two responders can't both win.
 */
export async function changeCase(
  { conversations, escalations }: Pick<CaseDeps, 'conversations' | 'escalations'>,
  find: () => Promise<Escalation | undefined>,
  decide: (found: Found) => ConversationChange | { readonly refuse: CaseRefusal },
): Promise<CaseOutcome> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const hint = await find();
    // The conversation first: its version then covers the escalation read after it.
    const conversation = hint && (await conversations.load(hint.conversationId));
    const escalation = conversation && (await escalations.find(hint.id));
    if (!conversation || !escalation) return { kind: 'refused', why: 'closed' };

    const change = decide({ conversation, escalation });
    if ('refuse' in change) return { kind: 'refused', why: change.refuse };
    const result = await conversations.commit(change);
    if (result.kind === 'unknown') return { kind: 'refused', why: 'closed' };
    if (result.kind === 'committed') {
      return {
        kind: 'changed',
        conversation: result.conversation,
        turns: result.turns,
        escalation: change.escalation ?? escalation,
      };
    }
  }
  return { kind: 'refused', why: 'busy' };
}
