import type { AckError } from '../../../server/protocol/acks.ts';
import type {
  ConversationChangedWire,
  TurnSend,
} from '../../../server/protocol/participant-protocol.ts';
import type { HandlingWire, TurnWire } from '../../../server/protocol/turn-wire.ts';

export type SendOutcome =
  | { readonly kind: 'kept'; readonly seq: number }
  | { readonly kind: 'failed'; readonly error: AckError }
  | { readonly kind: 'no-answer' };

export type PullOutcome =
  | {
      readonly kind: 'pulled';
      readonly turns: readonly TurnWire[];
      readonly handling: HandlingWire;
    }
  | { readonly kind: 'failed'; readonly error: AckError }
  | { readonly kind: 'no-answer' };

export interface ChatLinkEvents {
  connected(): void;
  lost(): void;
  /** The server answered and would not have us; `reason` is its code. */
  refused(reason: string): void;
  turnAdded(turn: TurnWire): void;
  changed(change: ConversationChangedWire): void;
}

/** The live line of one conversation. It reconnects by itself; it never resends by itself. */
export interface ChatLink {
  readonly connected: boolean;
  send(payload: TurnSend): Promise<SendOutcome>;
  pull(after: number): Promise<PullOutcome>;
  /** Connects now instead of waiting for the next attempt, dropping a line that went silent. */
  reconnect(): void;
  close(): void;
}

export type OpenChatLink = (token: string, after: () => number, events: ChatLinkEvents) => ChatLink;
