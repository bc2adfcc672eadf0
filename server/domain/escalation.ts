import { atLeast, type RiskLevel } from '../../classifiers/risk-classifier.ts';

/** Why a person has to look at a conversation. */
export type EscalationReason = 'risk' | 'asked-for-person' | 'degraded-assessment' | 'flow-failed';

/** A case in the console. A conversation has at most one that isn't closed. */
export interface Escalation {
  readonly id: string;
  readonly conversationId: string;
  readonly reason: EscalationReason;
  /** The conversation's level now, kept here so that the queue can be ordered. */
  readonly level: RiskLevel;
  /** Signals seen so far, names only. */
  readonly signals: readonly string[];
  /** Some assessment in it was incomplete. */
  readonly degraded: boolean;
  readonly locale: string;
  /** When the wait began: on opening, on return to the queue, on a rise of level. */
  readonly waitingSince: Date;
  readonly openedAt: Date;
  readonly claim: Claim | null;
  /** When a responder first took it; kept after release, for reports. */
  readonly firstClaimedAt: Date | null;
  /** When the participant was last told that nobody had answered yet. */
  readonly toldUnansweredAt: Date | null;
  readonly closedAt: Date | null;
}

export interface Claim {
  readonly responderId: string;
  readonly at: Date;
  /** Renewed while the responder is connected; afterwards the case returns to the queue. */
  readonly leaseUntil: Date;
}

/** How long a claim lasts without a sign of life from the responder, in milliseconds. */
export const LEASE_MS = 90_000;

export interface OpenEscalation {
  readonly id: string;
  readonly conversationId: string;
  readonly reason: EscalationReason;
  readonly level: RiskLevel;
  readonly signals: readonly string[];
  readonly degraded: boolean;
  readonly locale: string;
  readonly at: Date;
}

export function openEscalation({ at, ...seen }: OpenEscalation): Escalation {
  return {
    ...seen,
    waitingSince: at,
    openedAt: at,
    claim: null,
    firstClaimedAt: null,
    toldUnansweredAt: null,
    closedAt: null,
  };
}

export type ClaimResult =
  | { readonly kind: 'claimed'; readonly escalation: Escalation }
  | { readonly kind: 'already-taken'; readonly responderId: string }
  | { readonly kind: 'closed' };

/** The first responder takes the case; the same one asking again is harmless. */
export function claim(escalation: Escalation, responderId: string, at: Date): ClaimResult {
  if (escalation.closedAt) return { kind: 'closed' };
  const taken = escalation.claim;
  if (taken && taken.responderId !== responderId) {
    return { kind: 'already-taken', responderId: taken.responderId };
  }
  return {
    kind: 'claimed',
    escalation: {
      ...escalation,
      claim: {
        responderId,
        at: taken?.at ?? at,
        leaseUntil: new Date(at.getTime() + LEASE_MS),
      },
      firstClaimedAt: escalation.firstClaimedAt ?? at,
    },
  };
}

/** Back to the queue, at the time it first began to wait no longer counting. */
export function release(escalation: Escalation, at: Date): Escalation {
  return { ...escalation, claim: null, waitingSince: at, toldUnansweredAt: null };
}

export function close(escalation: Escalation, at: Date): Escalation {
  return { ...escalation, claim: null, closedAt: at };
}

/**
 * Adds what a later turn showed. A rise of the level while nobody has the case starts the
 * wait anew, since the shorter promise for the new level begins now.
 */
export function raise(
  escalation: Escalation,
  seen: Pick<OpenEscalation, 'reason' | 'level' | 'signals' | 'degraded' | 'at'>,
): Escalation {
  const rose = atLeast(seen.level, escalation.level) && seen.level !== escalation.level;
  return {
    ...escalation,
    reason: rose ? seen.reason : escalation.reason,
    level: rose ? seen.level : escalation.level,
    signals: [...new Set([...escalation.signals, ...seen.signals])].sort(),
    degraded: escalation.degraded || seen.degraded,
    waitingSince: rose && !escalation.claim ? seen.at : escalation.waitingSince,
    toldUnansweredAt: rose ? null : escalation.toldUnansweredAt,
  };
}
