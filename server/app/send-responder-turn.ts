import { LEASE_MS } from '../domain/escalation.ts';
import type { CaseDeps, CaseRefusal } from './case-deps.ts';

export interface SendResponderTurn {
  readonly conversationId: string;
  readonly responderId: string;
  readonly turnId: string;
  readonly text: string;
}

export type SendResponderTurnOutcome =
  | { readonly kind: 'kept'; readonly seq: number }
  | { readonly kind: 'refused'; readonly why: CaseRefusal };

const ATTEMPTS = 10;
/** How far back a resend is recognised. */
const RECENT_TURNS = 200;

/** Keeps what a responder writes in a case they hold; a resend gets the same answer. */
export async function sendResponderTurn(
  deps: CaseDeps,
  { conversationId, responderId, turnId, text }: SendResponderTurn,
): Promise<SendResponderTurnOutcome> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const conversation = await deps.conversations.load(conversationId);
    if (!conversation) return { kind: 'refused', why: 'closed' };
    const recent = await deps.conversations.turnsBefore(
      conversationId,
      Number.MAX_SAFE_INTEGER,
      RECENT_TURNS,
    );
    const kept = recent.find((turn) => turn.turnId === turnId);
    if (kept) {
      return kept.responderId === responderId && kept.text === text
        ? { kind: 'kept', seq: kept.seq }
        : { kind: 'refused', why: 'invalid' };
    }
    if (conversation.handling.kind === 'closed') return { kind: 'refused', why: 'closed' };
    if (
      conversation.handling.kind !== 'with-responder' ||
      conversation.handling.responderId !== responderId
    ) {
      return { kind: 'refused', why: 'busy' };
    }
    const at = deps.clock.now();
    const result = await deps.conversations.commit({
      conversation,
      turns: [{ turnId, author: 'responder', text, responderId, at }],
    });
    const [turn] = result.kind === 'committed' ? result.turns : [];
    if (turn) {
      deps.announce.turnsAdded(conversationId, [turn]);
      await keepLease(deps, conversationId, responderId);
      return { kind: 'kept', seq: turn.seq };
    }
  }
  return { kind: 'refused', why: 'busy' };
}

/** Writing is a sign of life. */
async function keepLease(
  { escalations, clock }: CaseDeps,
  conversationId: string,
  responderId: string,
): Promise<void> {
  const escalation = await escalations.openOf(conversationId);
  if (!escalation) return;
  const leaseUntil = new Date(clock.now().getTime() + LEASE_MS);
  await escalations.renewLease(escalation.id, responderId, leaseUntil);
}
