import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { END, type FromWorker, type ToWorker, type WorkerSetup } from './worker-protocol.ts';

/** A running worker, as its client sees it. */
export interface ModelProcess {
  send(message: ToWorker): void;
  /** Has it end; what it still says is not heard. Settles when it has, or soon after. */
  stop(): Promise<void>;
}

export interface ModelProcessEvents {
  onMessage(message: FromWorker): void;
  /** Told once, whatever the cause; `reason` is one line. */
  onEnd(reason: string): void;
}

export type StartModelProcess = (events: ModelProcessEvents) => ModelProcess;

/** How long is waited for a worker to finish a run and end. */
const PATIENCE_MS = 3000;
/** After so long without an end it isn't in a run, but lost. */
const CUT_OFF_MS = 60_000;

/** Whether it happens in time; the time keeps the process alive, what comes too late doesn't. */
function within(ms: number, happens: Promise<unknown>): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), ms);
    void happens.then(() => {
      clearTimeout(timer);
      resolve(true);
    });
  });
}

/** Starts worker threads from a built file. */
export function modelProcesses(workerFile: string, setup: WorkerSetup): StartModelProcess {
  return ({ onMessage, onEnd }) => {
    const worker = new Worker(workerFile, { workerData: setup });
    let ended = false;
    const end = (reason: string) => {
      if (ended) return;
      ended = true;
      onEnd(reason);
    };
    worker.on('message', onMessage);
    worker.on('messageerror', () => end('it sent what could not be read'));
    worker.on('error', (error) => end(error.message.split('\n')[0] ?? 'it failed'));
    worker.on('exit', (code) => end(`it ended with code ${code}`));
    return {
      send: (message) => worker.postMessage(message),
      async stop() {
        if (ended) return;
        ended = true;
        worker.postMessage(END);
        // Cut off in the midst of a run, the native code takes the whole process with it.
        const exited = once(worker, 'exit').catch(() => {});
        if (await within(PATIENCE_MS, exited)) return;
        worker.unref();
        setTimeout(() => void worker.terminate(), CUT_OFF_MS).unref();
      },
    };
  };
}
