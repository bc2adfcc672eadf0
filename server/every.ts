import type { Log } from './ports/log.ts';

export interface Ticking {
  /** Runs it now, or once more when it is running. */
  soon(): void;
  /** Ends the ticking and waits for a run under way. */
  stop(): Promise<void>;
}

/** Runs a job every so often, never twice at once; a failing run is logged and the next one comes. */
export function every(ms: number, name: string, log: Log, job: () => Promise<void>): Ticking {
  let running: Promise<void> | undefined;
  let again = false;
  let stopped = false;

  function soon() {
    if (stopped) return;
    if (running) {
      again = true;
      return;
    }
    running = job()
      .catch((error: unknown) => log.warn({ err: error, job: name }, 'a job failed; it runs again'))
      .finally(() => {
        running = undefined;
        if (again) {
          again = false;
          soon();
        }
      });
  }

  const timer = setInterval(soon, ms);
  return {
    soon,
    async stop() {
      stopped = true;
      clearInterval(timer);
      await running;
    },
  };
}
