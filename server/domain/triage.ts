import type { Occasion } from '../../bot-flows/dialog.ts';
import { atLeast, isUnread, type RiskAssessment } from '../../classifiers/risk-classifier.ts';
import type { Handling } from './conversation.ts';
import type { EscalationReason } from './escalation.ts';

/** What a turn calls for, beside its answer. */
export type TriageDecision =
  | { readonly kind: 'continue' }
  /** A person looks at it within hours; the bot goes on meanwhile. */
  | { readonly kind: 'review'; readonly reason: EscalationReason }
  /** A person is called now; the participant is told so. */
  | { readonly kind: 'escalate'; readonly reason: EscalationReason };

/**
 * Decides what a turn's assessment calls for. In doubt it decides for a person: an
 * assessment that could not be completed is reviewed, however low its level.
 * The table of levels and responses is in docs/ARCHITECTURE.md ("What each level does").
 */
export function triage(assessment: Pick<RiskAssessment, 'level' | 'completeness'>): TriageDecision {
  if (atLeast(assessment.level, 'active')) return { kind: 'escalate', reason: 'risk' };
  if (atLeast(assessment.level, 'passive')) return { kind: 'review', reason: 'risk' };
  if (assessment.completeness === 'degraded') {
    return { kind: 'review', reason: 'degraded-assessment' };
  }
  return { kind: 'continue' };
}

/** Who answers a turn: a person before the bot, safety before any flow. */
export function whoSpeaks(
  { level, language }: Pick<RiskAssessment, 'level' | 'language'>,
  handling: Handling,
):
  | { readonly kind: 'responder' }
  /** In a language that the program doesn't read: no question of a flow would be understood. */
  | { readonly kind: 'unread'; readonly language: string; readonly urgent: boolean }
  | { readonly kind: 'safety'; readonly occasion: Occasion }
  | { readonly kind: 'flow' } {
  if (handling.kind === 'with-responder') return { kind: 'responder' };
  if (isUnread(language)) {
    return { kind: 'unread', language, urgent: atLeast(level, 'active') };
  }
  if (level === 'imminent' || level === 'active' || level === 'passive') {
    return { kind: 'safety', occasion: level };
  }
  return { kind: 'flow' };
}

/** The more urgent of two decisions; of two alike, the first. */
export function stronger(a: TriageDecision, b: TriageDecision): TriageDecision {
  const order = { continue: 0, review: 1, escalate: 2 };
  return order[b.kind] > order[a.kind] ? b : a;
}
