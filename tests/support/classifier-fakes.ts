import type { Lexicon, LexiconReading } from '../../classifiers/lexicon/lexicon.ts';
import type { ModelManifest } from '../../classifiers/model/manifest.ts';
import type { ModelAnswer, ModelClassifier } from '../../classifiers/model/model-classifier.ts';
import type {
  ModelProcess,
  ModelProcessEvents,
  StartModelProcess,
} from '../../classifiers/model/model-process.ts';
import type { ModelOutput, ToWorker } from '../../classifiers/model/worker-protocol.ts';
import { RISK_LEVELS, type RiskLevel } from '../../classifiers/risk-classifier.ts';

export const lexiconSaying = (reading: Partial<LexiconReading> = {}): Lexicon => ({
  name: 'lexicon@7',
  read: () => ({ level: 'none', signals: [], rules: [], ...reading }),
});

export const modelRead = (
  level: RiskLevel = 'none',
  signals: readonly string[] = [],
  probabilities = { none: 0.2, distress: 0.2, passive: 0.2, active: 0.2, imminent: 0.2 },
): ModelAnswer => ({
  kind: 'read',
  model: 'test@1',
  reading: {
    level,
    signals,
    probabilities,
  },
});

export const modelAnswering = (
  answer: ModelAnswer | (() => Promise<ModelAnswer>),
): ModelClassifier => ({
  read: async () => (typeof answer === 'function' ? answer() : answer),
  health: () => ({ state: 'ready' }),
  settled: async () => {},
  close: async () => {},
});

export const aManifest = (change: Partial<ModelManifest> = {}): ModelManifest => ({
  schema: 'model/1',
  name: 'test',
  version: '1',
  created: '2026-11-24',
  licence: 'MIT',
  provenance: 'made for a test',
  files: {},
  levels: [...RISK_LEVELS],
  signals: ['intent', 'method'],
  dtype: 'q8',
  prefix: 'query: ',
  thresholds: { distress: 0.5, passive: 0.4, active: 0.35, imminent: 0.4 },
  signalThreshold: 0.5,
  temperature: 1,
  window: { tokens: 256, overlap: 48 },
  contextFormat: { turns: 4, tokens: 96, bot: 'bot: ', person: 'person: ', separator: ' ⏎ ' },
  ...change,
});

/** The worker's answer for a message that is this level beyond doubt. */
export const anOutput = (level: RiskLevel): ModelOutput => ({
  alone: RISK_LEVELS.map((_, at) => (at <= RISK_LEVELS.indexOf(level) ? 0.99 : 0.01)),
  inContext: null,
  signals: [0.1, 0.1],
});

/** A worker under the test's hand: it answers when told to, or dies. */
export interface FakeWorkers {
  readonly start: StartModelProcess;
  /** Every batch any worker was sent, in order. */
  readonly batches: ToWorker[];
  /** How many workers have been started. */
  started(): number;
  ready(): void;
  /** Answers the latest batch with the level that each text names, or `none`. */
  answer(): void;
  die(reason?: string): void;
  refuse(reason: string): void;
}

export function fakeWorkers(options: { readonly answerAtOnce?: boolean } = {}): FakeWorkers {
  const batches: ToWorker[] = [];
  let events: ModelProcessEvents | null = null;
  let count = 0;
  const answer = (batch: ToWorker | undefined) => {
    if (!batch) return;
    const outputs = batch.requests.map(({ text }) =>
      anOutput(RISK_LEVELS.find((level) => text.startsWith(level)) ?? 'none'),
    );
    events?.onMessage({ kind: 'read', batch: batch.batch, outputs });
  };
  return {
    batches,
    started: () => count,
    start(given) {
      count++;
      events = given;
      const process: ModelProcess = {
        send(message) {
          batches.push(message);
          if (options.answerAtOnce) setImmediate(() => answer(message));
        },
        stop: async () => {},
      };
      return process;
    },
    ready: () => events?.onMessage({ kind: 'ready', manifest: aManifest() }),
    answer: () => answer(batches.at(-1)),
    die: (reason = 'it was shot') => events?.onEnd(reason),
    refuse: (reason) => events?.onMessage({ kind: 'refused', reason }),
  };
}
