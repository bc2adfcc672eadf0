/** How long answers go on before incoming messages have their turn, in milliseconds. */
const SLICE_MS = 3;

/**
 * Lets pieces of work through one after the other, and every few milliseconds whatever else
 * waits: messages to be kept and acknowledged come before the answers to earlier ones. Without
 * it a hundred answers whose store answers at once would run in one go, and every
 * acknowledgement would wait for all of them.
 */
export function createTurnstile(): () => Promise<void> {
  let last: Promise<void> = Promise.resolve();
  let until = 0;

  async function pass(): Promise<void> {
    if (performance.now() < until) return;
    await new Promise<void>((resolve) => setImmediate(resolve));
    until = performance.now() + SLICE_MS;
  }
  return () => {
    last = last.then(pass);
    return last;
  };
}
