import type { ClassifierHealth, PrecedingTurn } from '../risk-classifier.ts';
import { judge, type ModelReading } from './judge.ts';
import type { ModelManifest } from './manifest.ts';
import type { ModelProcess, StartModelProcess } from './model-process.ts';
import { createRequestQueue, type Waiting } from './request-queue.ts';
import type { FromWorker, ModelOutput, ModelRequest } from './worker-protocol.ts';

/** What the model could say in time. */
export type ModelAnswer =
  | { readonly kind: 'read'; readonly model: string; readonly reading: ModelReading }
  | { readonly kind: 'missing'; readonly why: 'late' | 'overloaded' | 'unavailable' };

export interface ModelClassifier {
  /** Always settles, at the latest when the budget is over. */
  read(text: string, options: ReadOptions): Promise<ModelAnswer>;
  health(): ClassifierHealth;
  /** Settles once the model is ready or known not to be; for programs that wait at the start. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

export interface ReadOptions {
  readonly budgetMs: number;
  readonly context?: readonly PrecedingTurn[];
  /** The lexicon is alarmed: read before the others. */
  readonly alarmed?: boolean;
}

export interface ModelClassifierDeps {
  readonly start: StartModelProcess;
  readonly log?: { warn(fields: Record<string, unknown>, message: string): void } | undefined;
  /** How long one batch may take before the worker counts as stuck. */
  readonly stallMs?: number;
  /** Before the first restart; doubles with each failure in a row, up to a minute. */
  readonly restartMs?: number;
}

interface Item extends Waiting {
  readonly request: ModelRequest;
  settle(answer: ModelAnswer): void;
}

const BATCH_ITEMS = 16;
/** UTF-16 units: what a slow core reads in well under a second. */
const BATCH_WEIGHT = 4000;
/** A message costs something however short it is. */
const LEAST_WEIGHT = 40;
const LONGEST_RESTART_MS = 60_000;
/** Milliseconds for one unit of weight until it has been seen: 12 ms for 100 units. */
const FIRST_GUESS_MS = 0.12;
const monotonicMs = () => performance.now();

/** The main thread's side of the model: a queue with deadlines before a worker that may fail. */
export function createModelClassifier(deps: ModelClassifierDeps): ModelClassifier {
  const { start, log, stallMs = 20_000, restartMs = 500 } = deps;
  const queue = createRequestQueue<Item>();
  let worker: ModelProcess | null = null;
  let manifest: ModelManifest | null = null;
  let running: { id: number; items: Item[]; weight: number; since: number } | null = null;
  let stall: NodeJS.Timeout | undefined;
  let again: NodeJS.Timeout | undefined;
  let state: ClassifierHealth = { state: 'loading', reason: 'the model is being loaded' };
  let msPerWeight = FIRST_GUESS_MS;
  let failures = 0;
  let batches = 0;
  let closed = false;
  let waiters: (() => void)[] = [];

  const unavailable = (reason: string) => {
    state = { state: 'unavailable', reason };
    for (const item of [...(running?.items ?? []), ...queue.drain()]) {
      item.settle({ kind: 'missing', why: 'unavailable' });
    }
    running = null;
    manifest = null;
    clearTimeout(stall);
    for (const waiter of waiters.splice(0)) waiter();
  };
  const stop = () => {
    const stopped = worker?.stop();
    worker = null;
    return stopped;
  };
  const restartIn = (ms: number) => {
    if (closed) return;
    clearTimeout(again);
    again = setTimeout(launch, ms).unref();
  };
  const failed = (reason: string) => {
    void stop();
    const wait = Math.min(restartMs * 2 ** failures++, LONGEST_RESTART_MS);
    log?.warn({ reason, restartInMs: wait }, 'model worker failed');
    unavailable(`the model's worker failed (${reason}); it is started again by itself`);
    restartIn(wait);
  };

  function launch(): void {
    state = { state: 'loading', reason: 'the model is being loaded' };
    let own: ModelProcess | null = null;
    // A worker that was given up may still have something to say; it is not heard.
    const current = () => !closed && worker === own;
    try {
      own = worker = start({
        onMessage: (message) => current() && hear(message),
        onEnd: (reason) => current() && failed(reason),
      });
      stall = setTimeout(() => failed('it took too long to load'), stallMs * 3).unref();
    } catch (error) {
      failed((error as Error).message);
    }
  }

  function hear(message: FromWorker): void {
    if (message.kind === 'ready') {
      clearTimeout(stall);
      manifest = message.manifest;
      state = { state: 'ready' };
      for (const waiter of waiters.splice(0)) waiter();
      next();
    } else if (message.kind === 'refused') {
      void stop();
      log?.warn({ reason: message.reason }, 'model refused');
      unavailable(message.reason);
      // The file may be put right while we run.
      restartIn(LONGEST_RESTART_MS);
    } else if (running?.id === message.batch) {
      finish(message.outputs);
    }
  }

  function finish(outputs: readonly (ModelOutput | null)[]): void {
    if (!running || !manifest) return;
    clearTimeout(stall);
    const { items, weight, since } = running;
    running = null;
    failures = 0;
    msPerWeight = 0.8 * msPerWeight + 0.2 * ((monotonicMs() - since) / weight);
    const model = `${manifest.name}@${manifest.version}`;
    for (const [at, item] of items.entries()) {
      const output = outputs[at];
      const reading = output && judge(output, manifest);
      item.settle(
        reading ? { kind: 'read', model, reading } : { kind: 'missing', why: 'unavailable' },
      );
    }
    next();
  }

  function next(): void {
    if (!worker || !manifest || running) return;
    const now = monotonicMs();
    const items = queue.take(now, BATCH_ITEMS, BATCH_WEIGHT);
    if (items.length === 0) return;
    const weight = items.reduce((sum, item) => sum + item.weight, 0);
    running = { id: ++batches, items, weight, since: now };
    worker.send({ batch: running.id, requests: items.map(({ request }) => request) });
    stall = setTimeout(() => failed('it took too long over a batch'), stallMs).unref();
  }

  launch();
  return {
    read(text, { budgetMs, context = [], alarmed = false }) {
      if (closed || state.state === 'unavailable') {
        return Promise.resolve({ kind: 'missing', why: 'unavailable' });
      }
      const now = monotonicMs();
      const size = context.reduce((sum, turn) => sum + turn.text.length, text.length);
      const weight = Math.max(LEAST_WEIGHT, context.length > 0 ? size + text.length : size);
      const left = running ? Math.max(0, running.weight * msPerWeight - (now - running.since)) : 0;
      const expectedMs = left + (queue.ahead(alarmed) + weight) * msPerWeight;
      const busy = running !== null || queue.ahead(alarmed) > 0;
      if (busy && expectedMs > budgetMs) {
        return Promise.resolve({ kind: 'missing', why: 'overloaded' });
      }
      return new Promise((resolve) => {
        const item: Item = {
          deadline: now + budgetMs,
          alarmed,
          weight,
          request: { text, context },
          settle(answer) {
            clearTimeout(timer);
            resolve(answer);
          },
        };
        const timer = setTimeout(() => {
          queue.remove(item);
          resolve({ kind: 'missing', why: 'late' });
        }, budgetMs);
        queue.add(item);
        // What arrives together is read together.
        setImmediate(next);
      });
    },
    health: () => state,
    settled: () =>
      state.state === 'loading' && !closed
        ? new Promise((resolve) => waiters.push(resolve))
        : Promise.resolve(),
    async close() {
      closed = true;
      clearTimeout(again);
      unavailable('the classifier was closed');
      waiters = [];
      await stop();
    },
  };
}
