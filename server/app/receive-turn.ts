import type { RiskClassifier, RiskLevel } from '../../classifiers/risk-classifier.ts';
import { type NewTurn, openChoices } from '../domain/conversation.ts';
import type { Announcer } from '../ports/announcer.ts';
import type { Clock } from '../ports/clock.ts';
import { type ConversationStore, StorageUnavailableError } from '../ports/conversation-store.ts';
import type { Metrics } from '../ports/metrics.ts';
import type { DirectNotification } from './notify-directly.ts';

export type ReceiveTurn = {
  readonly conversationId: string;
  readonly turnId: string;
} & ({ readonly text: string } | { readonly choice: string });

export type ReceiveTurnOutcome =
  | { readonly kind: 'kept'; readonly seq: number }
  | {
      readonly kind: 'rejected';
      readonly reason: 'closed' | 'unknown' | 'id-reused' | 'choice-not-offered';
    };

export interface ReceiveTurnDeps {
  readonly conversations: ConversationStore;
  readonly classifier: Pick<RiskClassifier, 'glance'>;
  readonly announce: Announcer;
  readonly notifyDirectly: DirectNotification;
  /** Has the turn assessed and answered, the alarming ones first. */
  readonly queueAnswer: (conversationId: string, glance: RiskLevel) => void;
  readonly metrics: Metrics;
  readonly clock: Clock;
}

/** How far back a resend of a tapped choice is recognised. */
const RECENT_TURNS = 50;

/**
 * Keeps a participant's turn, and only then says so. Reading and answering it come after, so
 * that nothing they do can lose it or delay the acknowledgement.
 *
 * @throws {StorageUnavailableError} when it could not be kept; if the lexicon sees danger in
 *   it, people were notified all the same.
 */
export async function receiveTurn(
  deps: ReceiveTurnDeps,
  command: ReceiveTurn,
): Promise<ReceiveTurnOutcome> {
  const { conversationId, turnId } = command;
  const at = deps.clock.now();
  try {
    const turn =
      'text' in command ? aTurn(turnId, command.text, at) : await tapped(deps, command, at);
    if (!turn) return { kind: 'rejected', reason: 'choice-not-offered' };
    if ('seq' in turn) return { kind: 'kept', seq: turn.seq };

    const result = await deps.conversations.appendParticipantTurn(conversationId, turn);
    if (result.kind === 'repeated') return { kind: 'kept', seq: result.turn.seq };
    if (result.kind !== 'kept') return { kind: 'rejected', reason: result.kind };
    deps.metrics.turnKept();
    deps.announce.participantTurnKept(conversationId, result.turn);
    deps.queueAnswer(conversationId, deps.classifier.glance(turn.text));
    return { kind: 'kept', seq: result.turn.seq };
  } catch (error) {
    if (error instanceof StorageUnavailableError && 'text' in command) {
      void deps.notifyDirectly(conversationId, deps.classifier.glance(command.text));
    }
    throw error;
  }
}

function aTurn(turnId: string, text: string, at: Date): NewTurn {
  return { turnId, author: 'participant', text, at };
}

/** The turn a tap stands for; the kept one when it is a resend; nothing when it isn't offered. */
async function tapped(
  { conversations }: ReceiveTurnDeps,
  command: { conversationId: string; turnId: string; choice: string },
  at: Date,
): Promise<NewTurn | { readonly seq: number } | undefined> {
  const { conversationId, turnId, choice } = command;
  const recent = await conversations.turnsBefore(
    conversationId,
    Number.MAX_SAFE_INTEGER,
    RECENT_TURNS,
  );
  const kept = recent.find((turn) => turn.turnId === turnId);
  if (kept?.choice === choice) return kept;
  const offered = openChoices(recent).find(({ id, label }) => id === choice || label === choice);
  return offered && { ...aTurn(turnId, offered.label, at), choice: offered.id };
}
