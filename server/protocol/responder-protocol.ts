import { z } from 'zod';
import type { AckCallback } from './acks.ts';
import { Text, TurnId } from './participant-protocol.ts';
import type { HandlingWire, LevelWire, TurnWire } from './turn-wire.ts';

const Id = z.string().min(1).max(64);

export const EscalationRef = z.strictObject({ id: Id });
/**
 * A case that the responder has, by its own id or by its conversation's. Neither is needed by
 * somebody who has just one.
 */
export const OwnCaseRef = z.strictObject({ id: Id.optional(), conversationId: Id.optional() });
export const ConversationPull = z.strictObject({
  conversationId: Id,
  after: z.int().min(0).default(0),
});
export const ResponderTurnSend = z.strictObject({ conversationId: Id, turnId: TurnId, text: Text });
export const LevelLower = z.strictObject({
  conversationId: Id,
  level: z.enum(['none', 'distress', 'passive', 'active', 'imminent']),
  reason: z.string().trim().min(3).max(500),
});

export const TurnExplain = z.strictObject({ conversationId: Id, seq: z.int().min(1) });

/** Why a participant's turn has its level. Holds no words: offsets into the turn's text. */
export interface TurnExplanationWire {
  readonly level: LevelWire;
  /** In UTF-16 units; `rank` 1 moved the level most. */
  readonly spans: readonly {
    readonly offset: number;
    readonly length: number;
    readonly rank: number;
  }[];
  /** Ids of the reviewed rules that fired. */
  readonly rules: readonly string[];
  /** Levels of the participant's turns before, oldest first. */
  readonly before: readonly { readonly seq: number; readonly level: LevelWire }[];
  /** What had no part in the reading; null when nothing was missing. */
  readonly degradedBy: 'model-missing' | 'rules-missing' | 'nothing-read' | null;
  /** False when time was short and something may have moved the level unseen. */
  readonly complete: boolean;
}

/** A case as the queue shows it. */
export interface EscalationWire {
  readonly id: string;
  readonly conversationId: string;
  readonly reason: 'risk' | 'asked-for-person' | 'degraded-assessment' | 'flow-failed';
  readonly level: LevelWire;
  readonly signals: readonly string[];
  readonly degraded: boolean;
  readonly locale: string;
  readonly openedAt: string;
  readonly waitingSince: string;
  readonly claimedBy: { readonly id: string; readonly name: string } | null;
  readonly closedAt: string | null;
}

/** A turn as the console sees it: with what was flagged in it. */
export interface ReadTurnWire extends TurnWire {
  readonly conversationId: string;
  /** What the classifier saw in a participant's turn, once it has been assessed. */
  readonly assessment?: {
    readonly level: LevelWire;
    readonly signals: readonly string[];
    readonly completeness: 'full' | 'degraded';
  };
}

export interface ConversationWire {
  readonly conversationId: string;
  readonly handling: HandlingWire;
  readonly level: LevelWire;
  readonly locale: string;
  readonly ageBand?: string;
  readonly openedAt: string;
  readonly lastSeq: number;
  readonly responder?: { readonly id: string; readonly name: string };
  readonly turns: readonly ReadTurnWire[];
}

export interface ServerToResponder {
  'escalation:opened': (escalation: EscalationWire) => void;
  'escalation:changed': (escalation: EscalationWire) => void;
  'escalation:closed': (escalation: EscalationWire) => void;
  /** Of every conversation that has a case; `conversationId` says which. */
  'turn:added': (turn: ReadTurnWire) => void;
}
export interface ResponderToServer {
  'queue:pull': (
    payload: Record<string, never>,
    ack: AckCallback<{ escalations: readonly EscalationWire[]; you: { id: string; name: string } }>,
  ) => void;
  'conversation:pull': (
    payload: z.input<typeof ConversationPull>,
    ack: AckCallback<{ conversation: ConversationWire }>,
  ) => void;
  'turn:explain': (
    payload: z.infer<typeof TurnExplain>,
    ack: AckCallback<{ explanation: TurnExplanationWire }>,
  ) => void;
  'escalation:claim': (
    payload: z.infer<typeof EscalationRef>,
    ack: AckCallback<{ escalation: EscalationWire }>,
  ) => void;
  'escalation:release': (payload: z.infer<typeof OwnCaseRef>, ack: AckCallback) => void;
  'turn:send': (
    payload: z.infer<typeof ResponderTurnSend>,
    ack: AckCallback<{ seq: number }>,
  ) => void;
  'level:lower': (payload: z.infer<typeof LevelLower>, ack: AckCallback) => void;
  'conversation:close': (payload: z.infer<typeof OwnCaseRef>, ack: AckCallback) => void;
}
