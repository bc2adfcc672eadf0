import type { Ack } from '../../../server/protocol/acks.ts';
import type {
  EscalationWire,
  ReadTurnWire,
  ResponderToServer,
} from '../../../server/protocol/responder-protocol.ts';

export type Ask = keyof ResponderToServer;
type Call<E extends Ask> = Parameters<ResponderToServer[E]>;
export type AskPayload<E extends Ask> = Call<E>[0];
type Answered<A> = A extends (ack: infer R) => void ? R : never;
export type AskAnswer<E extends Ask> = Answered<Call<E>[1]> & Ack;

/** The way to the server, so that the desk can be tested without one. */
export interface DeskLink {
  /**
   * Asks once. Answers in every case: `unavailable` when there is no connection or no answer
   * in time; then it isn't known whether the server acted.
   */
  ask<E extends Ask>(event: E, payload: AskPayload<E>): Promise<AskAnswer<E>>;
  /** Connects anew, e.g. with the cookie of a fresh sign-in. */
  connect(): void;
  close(): void;
}

export interface DeskListener {
  online(): void;
  /** Connection lost; it comes back by itself. */
  offline(): void;
  /** The server turned us away and won't be asked again until `connect`. */
  turnedAway(): void;
  caseHeard(escalation: EscalationWire): void;
  turnHeard(turn: ReadTurnWire): void;
}
