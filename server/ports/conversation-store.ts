import type { RiskAssessment } from '../../classifiers/risk-classifier.ts';
import type { Conversation, NewTurn, Turn } from '../domain/conversation.ts';
import type { Escalation } from '../domain/escalation.ts';
import type { OutboxEntry } from '../domain/outbox.ts';
import type { Act } from '../domain/responder.ts';
import type { TriageDecision } from '../domain/triage.ts';

/** Everything that changes at once. All of it is kept, or none. */
export interface ConversationChange {
  /** The conversation as it shall be; its `version` is still the one that was loaded. */
  readonly conversation: Conversation;
  /** Appended in this order after whatever has been kept meanwhile. */
  readonly turns: readonly NewTurn[];
  /** The participant's turn that this change answers; its pending mark goes. */
  readonly answered?: {
    readonly seq: number;
    readonly assessment: RiskAssessment;
    readonly decision: TriageDecision;
  };
  /** A participant's turn that was read again: replaces what was seen in it, if that was degraded. */
  readonly reread?: { readonly seq: number; readonly assessment: RiskAssessment };
  /** Opened or changed; the conversation's earlier escalation with this id is replaced. */
  readonly escalation?: Escalation;
  readonly outbox?: readonly OutboxEntry[];
  readonly acts?: readonly Act[];
}

export type CommitResult =
  /** `turns` are the appended ones with their numbers. */
  | {
      readonly kind: 'committed';
      readonly conversation: Conversation;
      readonly turns: readonly Turn[];
    }
  /**
   * The turn in `answered` is no longer pending, or that in `reread` is not degraded (any more):
   * somebody was faster. Nothing was written.
   */
  | { readonly kind: 'duplicate' }
  /** The version has moved on: load again and decide again. Nothing was written. */
  | { readonly kind: 'conflict' }
  /** There is no such conversation (any more). */
  | { readonly kind: 'unknown' };

export type AppendResult =
  | { readonly kind: 'kept'; readonly turn: Turn }
  /** This id is already kept, with the same author, text and choice: a resend. */
  | { readonly kind: 'repeated'; readonly turn: Turn }
  /** This id is already kept with other content. Nothing was written. */
  | { readonly kind: 'id-reused' }
  | { readonly kind: 'closed' }
  | { readonly kind: 'unknown' };

/** A participant's turn that was answered while a part of its reading was missing. */
export interface DegradedTurn {
  readonly conversationId: string;
  readonly seq: number;
}

/**
 * Conversations and their turns. When a promise of a method resolves, what it wrote survives
 * the end of the process.
 *
 * Every method rejects with {@link StorageUnavailableError} when the store can't be reached,
 * read or written.
 */
export interface ConversationStore {
  /** @param tokenHash SHA-256 of the bearer token, hex; unique. */
  create(
    conversation: Conversation,
    tokenHash: string,
    opening: readonly NewTurn[],
  ): Promise<readonly Turn[]>;

  load(id: string): Promise<Conversation | undefined>;

  /** Whoever holds the token; expired or not. */
  loadByTokenHash(tokenHash: string): Promise<Conversation | undefined>;

  /**
   * Keeps a participant's turn with the next number and a mark that it has to be assessed and
   * answered, in one write. Does not change the conversation's version.
   */
  appendParticipantTurn(conversationId: string, turn: NewTurn): Promise<AppendResult>;

  /** Turns with a number above `after`, in order, at most `limit` (the last ones are left out). */
  turnsAfter(conversationId: string, after: number, limit: number): Promise<readonly Turn[]>;

  /** The last `limit` turns with a number below `before`, in order. */
  turnsBefore(conversationId: string, before: number, limit: number): Promise<readonly Turn[]>;

  /** The number of the last kept turn; 0 when there is none. */
  lastSeq(conversationId: string): Promise<number>;

  /** Participant turns of one conversation that wait for their answer, in order. */
  pendingTurns(conversationId: string): Promise<readonly Turn[]>;

  /** Ids of all conversations that have pending turns, the longest waiting first. */
  conversationsPending(): Promise<readonly string[]>;

  /** Level and signals of the assessed turns of a conversation, by number; for the console. */
  assessments(conversationId: string): Promise<ReadonlyMap<number, RiskAssessment>>;

  /** Turns whose reading was degraded, of conversations opened since then, the oldest first. */
  degradedTurns(openedSince: Date): Promise<readonly DegradedTurn[]>;

  commit(change: ConversationChange): Promise<CommitResult>;

  /**
   * Removes a conversation with everything kept about it, and keeps only the receipt's id.
   * @returns false when there was none.
   */
  erase(conversationId: string, receiptId: string, at: Date): Promise<boolean>;

  /** Erases conversations opened before `before` that have no open escalation. @returns how many. */
  purge(before: Date): Promise<number>;

  /** Resolves when the store answers; for `/readyz`. */
  ping(): Promise<void>;
}

export class StorageUnavailableError extends Error {
  override readonly name = 'StorageUnavailableError';
}
