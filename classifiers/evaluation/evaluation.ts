import type { ModelManifest } from '../model/manifest.ts';
import type { RiskLevel } from '../risk-classifier.ts';
import type { Breakdown } from './measures/breakdown.ts';
import type { Confusion, LevelShares } from './measures/confusion.ts';
import type { GateResult } from './measures/gates.ts';
import type { LanguagesApart } from './measures/languages-apart.ts';
import type { Kappa } from './measures/quadratic-kappa.ts';
import type { Part } from './measures/read.ts';
import type { Reliability } from './measures/reliability.ts';
import type { Share } from './measures/share.ts';
import type { SignalShares } from './measures/signal-shares.ts';

/** Every figure of an evaluation: what the papers are written from, and versions compared by. */
export interface Evaluation {
  readonly schema: 'evaluation/1';
  readonly model: ModelFacts;
  /** Such as `lexicon@7`. */
  readonly lexicon: string;
  readonly sets: readonly SetEvaluation[];
  readonly identity: Readonly<Record<Part, IdentityEvaluation>>;
  readonly effort: Effort;
}

export type ModelFacts = Pick<
  ModelManifest,
  | 'name'
  | 'version'
  | 'created'
  | 'licence'
  | 'provenance'
  | 'dtype'
  | 'thresholds'
  | 'thresholdsInContext'
  | 'signalThreshold'
  | 'temperature'
  | 'window'
> & { readonly bytes: number };

export type SetId = 'test-split' | 'strangers' | 'in-context';

export interface SetEvaluation {
  readonly id: SetId;
  readonly rows: number;
  readonly parts: Readonly<Record<Part, PartEvaluation>>;
  /** Of the model's probabilities. */
  readonly reliability: readonly Reliability[];
}

export interface PartEvaluation {
  readonly gates: readonly GateResult[];
  readonly languages: readonly LanguagesApart[];
  readonly levels: readonly LevelShares[];
  readonly confusion: Confusion;
  readonly kappa: Readonly<Record<'all' | 'chat' | 'French' | 'English', Kappa>>;
  readonly falseAlarms: readonly FalseAlarms[];
  readonly breakdowns: readonly Breakdown[];
  readonly signals: readonly SignalShares[];
  /** Read two levels or more below what they have; told in full for both parts together only. */
  readonly missed: readonly Miss[];
}

/** Of the harmless messages in a language, how many were raised to a level or above. */
export interface FalseAlarms {
  readonly lang: 'all' | 'fr' | 'en';
  readonly floor: RiskLevel;
  readonly share: Share;
}

export interface Miss {
  readonly level: RiskLevel;
  readonly read: RiskLevel;
  readonly file: string;
  readonly kind: string;
  readonly text: string;
}

export interface IdentityEvaluation {
  readonly gate: GateResult;
  readonly byAttribute: Readonly<
    Record<string, { readonly pairs: number; readonly changed: number }>
  >;
  readonly changed: readonly {
    readonly attribute: string;
    readonly level: RiskLevel;
    readonly texts: readonly [string, string];
    readonly read: readonly [RiskLevel, RiskLevel];
  }[];
}

/** What reading costs, measured while the sets were read. */
export interface Effort {
  readonly messages: number;
  readonly cpuSecondsPerThousand: number;
  readonly wattHoursPerThousand: number;
}
