import type { Choice } from '../../bot-flows/dialog.ts';
import type { RiskLevel } from '../../classifiers/risk-classifier.ts';

export type Author = 'participant' | 'bot' | 'responder' | 'notice';

/** One thing said by one side. Turns are only ever appended. */
export interface Turn {
  /** 1, 2, 3 … within the conversation, in the order in which turns were kept. */
  readonly seq: number;
  /** Chosen by the sender, so that a resend is recognised. */
  readonly turnId: string;
  readonly author: Author;
  readonly text: string;
  /** What a bot's question offers to tap. */
  readonly choices?: readonly Choice[];
  /** The id of what a participant tapped; `text` is then its label. */
  readonly choice?: string;
  /** Who wrote it, when a responder did. */
  readonly responderId?: string;
  readonly at: Date;
}

/** A turn that the store has not numbered yet. */
export type NewTurn = Omit<Turn, 'seq'>;

/** Who answers now. One field, so that no two of these can be true at once. */
export type Handling =
  | { readonly kind: 'with-bot' }
  | { readonly kind: 'awaiting-responder' }
  | { readonly kind: 'with-responder'; readonly responderId: string }
  | { readonly kind: 'closed' };

export const AGE_BANDS = ['under-15', '15-17', '18-25', 'adult', 'senior'] as const;
export type AgeBand = (typeof AGE_BANDS)[number];

export interface Conversation {
  readonly id: string;
  /** Counts commits; a store refuses a commit made from an older one. Appended turns don't count. */
  readonly version: number;
  readonly handling: Handling;
  /** Rises with the turns; only a responder lowers it. */
  readonly level: RiskLevel;
  /** The highest level it ever had, for reports. */
  readonly highestLevel: RiskLevel;
  /** BCP 47 tag. */
  readonly locale: string;
  /** The embedding site, as it named itself; `default` when it did not. */
  readonly site: string;
  readonly ageBand?: AgeBand;
  /** What the person agreed to, and nothing when they were not asked. */
  readonly consent?: Consent;
  /** Where the flow stands; only `bot-flows` can read it. */
  readonly flowState: string | null;
  readonly openedAt: Date;
  /** Bearer tokens are refused from then on. */
  readonly tokenExpiresAt: Date;
}

export interface Consent {
  /** Whether corrected labels of masked messages may serve to train the classifier. */
  readonly training: boolean;
}

/**
 * What can be tapped now: the choices of the last thing said to the participant. Their own
 * turns and notices don't take the question away, a new bubble or a responder does.
 */
export function openChoices(turns: readonly Turn[]): readonly Choice[] {
  const said = turns.findLast((turn) => turn.author === 'bot' || turn.author === 'responder');
  return said?.choices ?? [];
}
