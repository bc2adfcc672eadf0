import type { RiskLevel } from '../../classifiers/risk-classifier.ts';
import type { Escalation } from './escalation.ts';

/** A notification that has to leave the house, kept until somebody took it. Holds no text of anybody. */
export interface OutboxEntry {
  readonly id: string;
  readonly kind: 'escalation-opened' | 'escalation-raised' | 'escalation-unanswered';
  readonly escalationId: string;
  readonly conversationId: string;
  readonly level: RiskLevel;
  readonly at: Date;
  /** How often delivery was tried without success. */
  readonly attempts: number;
  /** Not before this. */
  readonly dueAt: Date;
}

/** Seconds until the next try: 5, 10, 20 … at most 300. */
export function retryDelayMs(attempts: number): number {
  return Math.min(300, 5 * 2 ** Math.max(0, attempts - 1)) * 1000;
}

/** Calls people to a case, due at once. */
export function callTo(
  kind: OutboxEntry['kind'],
  { id, conversationId, level }: Pick<Escalation, 'id' | 'conversationId' | 'level'>,
  at: Date,
  newId: () => string,
): OutboxEntry {
  return { id: newId(), kind, escalationId: id, conversationId, level, at, attempts: 0, dueAt: at };
}
