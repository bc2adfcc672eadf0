/**
 * Lets one piece of work through at a time, and between two of them whatever else waits:
 * messages to be kept and acknowledged come before the answers to earlier ones. Without it a
 * hundred answers whose store answers at once would run in one go, and every acknowledgement
 * would wait for all of them.
 */
export function createTurnstile(): () => Promise<void> {
  let last: Promise<void> = Promise.resolve();
  return () => {
    last = last.then(() => new Promise<void>((resolve) => setImmediate(resolve)));
    return last;
  };
}
