import type { EscalationWire } from '../../../server/protocol/responder-protocol.ts';
import { urgencyRank } from './level-order.ts';

export const QUEUE_FILTERS = ['unclaimed', 'mine', 'all'] as const;
export type QueueFilter = (typeof QUEUE_FILTERS)[number];

/**
 * The queue from top to bottom: by level, then the longest wait. Within a level a case that
 * somebody has waits for nobody and comes after those that do. The same cases always stand in
 * the same order, however they came in.
 */
export function orderQueue(cases: Iterable<EscalationWire>): readonly EscalationWire[] {
  return [...cases].sort(
    (a, b) =>
      urgencyRank(a.level) - urgencyRank(b.level) ||
      Number(a.claimedBy !== null) - Number(b.claimedBy !== null) ||
      Date.parse(a.waitingSince) - Date.parse(b.waitingSince) ||
      (a.id < b.id ? -1 : Number(a.id !== b.id)),
  );
}

export function passes(filter: QueueFilter, found: EscalationWire, youId: string): boolean {
  switch (filter) {
    case 'unclaimed':
      return found.claimedBy === null;
    case 'mine':
      return found.claimedBy?.id === youId;
    case 'all':
      return true;
  }
}

/** Nobody has it. */
export function waiting(cases: Iterable<EscalationWire>): readonly EscalationWire[] {
  return [...cases].filter((found) => found.claimedBy === null);
}

/** Those that ring until somebody takes them. */
export function ringing(cases: Iterable<EscalationWire>): readonly EscalationWire[] {
  return waiting(cases).filter((found) => found.level === 'imminent');
}
