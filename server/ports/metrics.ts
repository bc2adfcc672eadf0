import type { RiskAssessment, RiskLevel } from '../../classifiers/risk-classifier.ts';

/** Counts for operators; nothing in them names a person or holds a text. */
export interface Metrics {
  turnKept(): void;
  /** @param ms from the moment the turn was kept to its answer being kept. */
  turnAnswered(assessment: RiskAssessment, ms: number): void;
  escalationOpened(level: RiskLevel): void;
  notificationFailed(channel: string): void;
  notificationSent(channel: string): void;
}
