import {
  createModelClassifier,
  type ModelClassifier,
  type ModelClassifierDeps,
} from './model-classifier.ts';
import { modelProcesses } from './model-process.ts';
import type { NeutralIdentity } from './neutral-identity.ts';
import { readAlike } from './read-alike.ts';
import type { WorkerSetup } from './worker-protocol.ts';

export interface OpenModelOptions extends Pick<WorkerSetup, 'modelFolder'> {
  /** The built `classifiers/model/model-worker.js`. */
  readonly workerFile: string;
  /** Cores the network may use. */
  readonly threads?: number;
  readonly log?: ModelClassifierDeps['log'];
}

/** The model of a folder in its own worker, weighing everybody’s message alike. Loads meanwhile. */
export function openModel(
  { modelFolder, workerFile, threads = 1, log }: OpenModelOptions,
  neutral: NeutralIdentity,
): ModelClassifier {
  const start = modelProcesses(workerFile, { modelFolder, threads });
  return readAlike(createModelClassifier({ start, log }), neutral);
}
