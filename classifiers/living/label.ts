import type { PrecedingTurn, RiskLevel } from '../risk-classifier.ts';

/**
 * What a responder said about how a message was read, masked: all that retraining ever sees of
 * a conversation. One line of a label file, which people open in a spreadsheet and go through
 * before anything is trained on it.
 */
export interface Label {
  /** Whether somebody went through it and wants it learnt; null while nobody has. */
  readonly keep: boolean | null;
  /** What the message calls for, as a person sees it. */
  readonly level: RiskLevel;
  /** Signals as a person sees them; null where nobody said. */
  readonly signals: readonly string[] | null;
  /** ISO 639-1. */
  readonly lang: string;
  readonly text: string;
  readonly context: readonly PrecedingTurn[];
  /** What the responder gave as their reason, for whoever goes through the file. */
  readonly reason: string;
  /** What it was read as. */
  readonly read: RiskLevel;
  /** Which act it comes from. */
  readonly source: LabelSource;
  /** Which lexicon and model read it. */
  readonly assessor: string;
  /** Such as `2026-11`: no day, no hour. */
  readonly month: string;
  /** Names the conversation without leading to it, so that its labels can be taken out again. */
  readonly conversation: string;
  /** Names the message likewise; the same in every export. */
  readonly id: string;
}

export const LABEL_SOURCES = ['level-lowered'] as const;
export type LabelSource = (typeof LABEL_SOURCES)[number];
