/** Milliseconds before the next attempt: 1, 2, 4, 8 and then every 15 seconds. */
export function retryDelayMs(failures: number): number {
  return Math.min(15, 2 ** Math.max(0, failures - 1)) * 1000;
}
