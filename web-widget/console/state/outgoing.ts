import type { ReadTurnWire } from '../../../server/protocol/responder-protocol.ts';

/** Something the responder wrote that the conversation does not show yet. */
export interface Outgoing {
  /** Stays the same over every attempt, so that the server keeps the turn once. */
  readonly turnId: string;
  readonly text: string;
  /** `sending`: on its way; `retrying`: not kept yet, tried again; `kept`: safe, soon shown. */
  readonly state: 'sending' | 'retrying' | 'kept';
}

/** What goes out next. One at a time, or two sentences could arrive in the wrong order. */
export function nextToSend(outgoing: readonly Outgoing[]): Outgoing | undefined {
  return outgoing.find((item) => item.state !== 'kept');
}

export function withState(
  outgoing: readonly Outgoing[],
  turnId: string,
  state: Outgoing['state'],
): readonly Outgoing[] {
  return outgoing.map((item) => (item.turnId === turnId ? { ...item, state } : item));
}

/** What is still to be shown apart once these turns are in the conversation. */
export function withoutShown(
  outgoing: readonly Outgoing[],
  turns: readonly ReadTurnWire[],
): readonly Outgoing[] {
  if (outgoing.length === 0) return outgoing;
  const shown = new Set(turns.map((turn) => turn.turnId));
  return outgoing.filter((item) => !shown.has(item.turnId));
}

/** Milliseconds before the next attempt: 1, 2, 4, 8 and then every 10 seconds. */
export function resendDelayMs(attempts: number): number {
  return Math.min(10, 2 ** Math.max(0, attempts - 1)) * 1000;
}
