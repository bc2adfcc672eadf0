import {
  atLeast,
  type PrecedingTurn,
  type RiskAssessment,
  type RiskLevel,
} from '../../classifiers/risk-classifier.ts';
import type { Turn } from './conversation.ts';
import type { Act } from './responder.ts';

/** A message, and what a responder said it calls for. */
export interface ResponderLabel {
  readonly conversationId: string;
  readonly seq: number;
  readonly level: RiskLevel;
  /** In the responder's words. */
  readonly reason: string;
  readonly text: string;
  readonly context: readonly PrecedingTurn[];
  /** What it was read as, and by whom. */
  readonly assessment: RiskAssessment;
  /** When the responder said so. */
  readonly at: Date;
}

export type LabelledTurn = Omit<ResponderLabel, 'conversationId' | 'context' | 'text'> & {
  readonly turn: Turn;
};

/**
 * Which messages a responder's acts are about. Whoever lowers a conversation's level says that
 * each message read above it since the last time was read too high. A tap is no message: what it
 * means is written in the flow. Acts from before levels were kept with them say nothing.
 */
export function labelledTurns(
  turns: readonly Turn[],
  assessments: ReadonlyMap<number, RiskAssessment>,
  acts: readonly Act[],
): readonly LabelledTurn[] {
  const labelled: LabelledTurn[] = [];
  let after = Number.NEGATIVE_INFINITY;
  for (const { kind, level, reason = '', at } of acts) {
    if (kind !== 'level-lowered') continue;
    for (const turn of turns) {
      const time = turn.at.getTime();
      const assessment = assessments.get(turn.seq);
      const meant = time > after && time <= at.getTime() && turn.author === 'participant';
      if (!meant || turn.choice !== undefined || !assessment || !level) continue;
      if (atLeast(level, assessment.level)) continue;
      labelled.push({ seq: turn.seq, level, reason, turn, assessment, at });
    }
    after = at.getTime();
  }
  return labelled;
}
