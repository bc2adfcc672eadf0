import type { EscalationWire } from '../../../server/protocol/responder-protocol.ts';

/** Open cases by their id. */
export type Cases = ReadonlyMap<string, EscalationWire>;

/** The cases after one was opened, changed or closed; what was heard last is true. */
export function withCase(cases: Cases, heard: EscalationWire): Cases {
  const next = new Map(cases);
  if (heard.closedAt === null) next.set(heard.id, heard);
  else next.delete(heard.id);
  return next;
}

/**
 * The cases after a pull: exactly those of the answer, and on top of them what was announced
 * while the answer was on its way, since the answer may be older than that.
 */
export function withPulled(
  pulled: readonly EscalationWire[],
  heardMeanwhile: readonly EscalationWire[],
): Cases {
  return [...pulled, ...heardMeanwhile].reduce<Cases>(withCase, new Map());
}

/** The open case of a conversation; it has at most one. */
export function caseOf(cases: Cases, conversationId: string): EscalationWire | undefined {
  for (const found of cases.values()) if (found.conversationId === conversationId) return found;
  return undefined;
}
