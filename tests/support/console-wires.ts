import type {
  ConversationWire,
  EscalationWire,
  ReadTurnWire,
} from '../../server/protocol/responder-protocol.ts';

/** A case as the console hears of it; nobody has it. */
export function aCase(seen: Partial<EscalationWire> = {}): EscalationWire {
  return {
    id: 'case-1',
    conversationId: 'talk-1',
    reason: 'risk',
    level: 'active',
    signals: [],
    degraded: false,
    locale: 'fr',
    openedAt: '2026-11-24T03:00:00.000Z',
    waitingSince: '2026-11-24T03:00:00.000Z',
    claimedBy: null,
    closedAt: null,
    ...seen,
  };
}

/** A turn of a participant, assessed. */
export function aReadTurn(seen: Partial<ReadTurnWire> & { seq: number }): ReadTurnWire {
  return {
    conversationId: 'talk-1',
    turnId: `turn-${seen.seq}`,
    author: 'participant',
    text: `words ${seen.seq}`,
    at: '2026-11-24T03:00:00.000Z',
    assessment: { level: 'none', signals: [], completeness: 'full' },
    ...seen,
  };
}

export function aConversationWire(turns: readonly ReadTurnWire[]): ConversationWire {
  return {
    conversationId: 'talk-1',
    handling: 'awaiting-responder',
    level: 'active',
    locale: 'fr',
    openedAt: '2026-11-24T03:00:00.000Z',
    lastSeq: turns.at(-1)?.seq ?? 0,
    turns,
  };
}
