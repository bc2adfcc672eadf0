/**
 * Which response a message calls for now, from least to most urgent. Not a prediction of
 * what a person will do. Compare with `atLeast`, never as strings. Defined by the rubric of
 * `data/corpus/RUBRIC.md`.
 */
export const RISK_LEVELS = ['none', 'distress', 'passive', 'active', 'imminent'] as const;
export type RiskLevel = (typeof RISK_LEVELS)[number];

/** What one message shows. There is no number in it, so none can be shown or compared. */
export interface RiskAssessment {
  readonly level: RiskLevel;
  /** Names from the rubric's list, e.g. `time-near`, sorted; never the person's words. */
  readonly signals: readonly string[];
  /** ISO 639-1 code of the language the message seems to be in; `und` when it can't be told. */
  readonly language: string;
  /** `degraded`: part of the assessor was late or failed, so `level` may be too low. */
  readonly completeness: 'full' | 'degraded';
  /** Name and version of everything that took part, e.g. `lexicon@1+baseline@2026-11`. */
  readonly assessor: string;
}

/** One thing said earlier in the conversation, by the person or by any of the others. */
export interface PrecedingTurn {
  readonly speaker: 'person' | 'bot';
  readonly text: string;
}

export interface AssessOptions {
  /** BCP 47 tag of the conversation, such as `fr-CA`; a hint, people change language. */
  readonly locale: string;
  /** Milliseconds from this call; what is late is left out and the answer is `degraded`. */
  readonly budgetMs: number;
  /** The last few turns before this message, oldest first. The message is read alone and after them. */
  readonly context?: readonly PrecedingTurn[];
}

/** Why a message has its level. In words and names only: no number of it is shown to anyone. */
export interface Explanation {
  /** The parts that moved the level, in UTF-16 units; `rank` 1 moved it most. */
  readonly spans: readonly {
    readonly offset: number;
    readonly length: number;
    readonly rank: number;
  }[];
  /** Ids of the reviewed rules that fired. */
  readonly rules: readonly string[];
  /** False when time or a part was missing, so that something may have moved it unseen. */
  readonly complete: boolean;
}

export type ClassifierHealth =
  | { readonly state: 'ready' }
  /** `reason` is one line for an operator: which part, what happened, how to mend it. */
  | { readonly state: 'loading' | 'unavailable'; readonly reason: string };

/** Reads one message and says what it shows. Knows nothing of conversations. */
export interface RiskClassifier {
  /**
   * @param text what the person typed, unchanged; 1 to 4000 UTF-16 code units.
   * @returns an assessment in every case. A slow, missing or failing model gives
   *   `completeness: 'degraded'`, never a rejected promise and never a guessed `none`.
   * @throws {RangeError} (as a rejection) when `text` is empty or too long: the caller's bug.
   */
  assess(text: string, options: AssessOptions): Promise<RiskAssessment>;

  /**
   * Which words moved the level, for a responder who asks; worked out anew within the budget.
   * @returns an explanation in every case; without the model, by the rules alone.
   */
  explain(text: string, options: AssessOptions): Promise<Explanation>;

  /** What the lexicon alone sees at once (under a millisecond): who is to be answered first. */
  glance(text: string): RiskLevel;

  /** Whether every part works now; for `/readyz`. */
  health(): ClassifierHealth;
}

export function atLeast(level: RiskLevel, floor: RiskLevel): boolean {
  return RISK_LEVELS.indexOf(level) >= RISK_LEVELS.indexOf(floor);
}

export function higher(a: RiskLevel, b: RiskLevel): RiskLevel {
  return atLeast(a, b) ? a : b;
}

/** The signal of a message in a language that nobody here reads: its level is at least `passive`. */
export const LANGUAGE_UNSUPPORTED = 'language-unsupported';

/** @param language of an assessment; what can't be told counts as ours. */
export const isUnread = (language: string): boolean => !['fr', 'en', 'und'].includes(language);
