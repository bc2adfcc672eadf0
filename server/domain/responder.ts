import type { RiskLevel } from '../../classifiers/risk-classifier.ts';

export const ROLES = ['responder', 'operator', 'administrator'] as const;
export type Role = (typeof ROLES)[number];

/** Someone who signs in to the console or the reports. */
export interface Responder {
  readonly id: string;
  /** Lower case, unique. */
  readonly email: string;
  /** First name, as the participant sees it. */
  readonly name: string;
  readonly roles: readonly Role[];
  /** An argon2id hash in PHC string format. */
  readonly passwordHash: string;
  /** Base32 secret when two-factor sign-in is set up. */
  readonly totpSecret?: string;
  readonly createdAt: Date;
}

/** A signed-in browser. */
export interface Session {
  /** SHA-256 of the cookie's value, hex. */
  readonly idHash: string;
  readonly responderId: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

/** An act of a responder on a conversation, kept with it. */
export interface Act {
  readonly responderId: string;
  readonly kind: 'claimed' | 'released' | 'lease-ended' | 'level-lowered' | 'closed';
  readonly at: Date;
  /** In the responder's words, where one is asked for. */
  readonly reason?: string;
  /** What the level was lowered to. */
  readonly level?: RiskLevel;
}
