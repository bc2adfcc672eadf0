import type { PrecedingTurn } from '../risk-classifier.ts';
import type { ModelManifest } from './manifest.ts';

/** What the worker is started with. */
export interface WorkerSetup {
  readonly modelFolder: string;
  readonly threads: number;
}

export interface ModelRequest {
  readonly text: string;
  readonly context: readonly PrecedingTurn[];
}

/** Probabilities of one message, the highest over its windows, alone and after its context. */
export interface ModelOutput {
  /** P(this level or higher) in the manifest's order of levels; the first is 1. */
  readonly alone: readonly number[];
  readonly inContext: readonly number[] | null;
  /** In the manifest's order of signals. */
  readonly signals: readonly number[];
}

/** Sent to have it end once what it is doing is done. */
export const END = 'end';

export interface ToWorker {
  readonly batch: number;
  readonly requests: readonly ModelRequest[];
}

export type FromWorker =
  | { readonly kind: 'ready'; readonly manifest: ModelManifest }
  /** The model must not be used; trying again at once would not help. */
  | { readonly kind: 'refused'; readonly reason: string }
  | {
      readonly kind: 'read';
      readonly batch: number;
      /** One for each request, in order; null where that message alone failed. */
      readonly outputs: readonly (ModelOutput | null)[];
    };
