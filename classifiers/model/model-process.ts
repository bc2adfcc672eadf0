import { Worker } from 'node:worker_threads';
import type { FromWorker, ToWorker, WorkerSetup } from './worker-protocol.ts';

/** A running worker, as its client sees it. */
export interface ModelProcess {
  send(message: ToWorker): void;
  /** Ends it without waiting for what it is doing. */
  stop(): Promise<void>;
}

export interface ModelProcessEvents {
  onMessage(message: FromWorker): void;
  /** Told once, whatever the cause; `reason` is one line. */
  onEnd(reason: string): void;
}

export type StartModelProcess = (events: ModelProcessEvents) => ModelProcess;

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
        ended = true;
        await worker.terminate();
      },
    };
  };
}
