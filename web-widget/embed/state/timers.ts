/** Time, so that tests can hold it. */
export interface Timers {
  nowMs(): number;
  /** Runs once, later. @returns what calls it off. */
  after(ms: number, action: () => void): () => void;
}

export const realTimers: Timers = {
  nowMs: () => performance.now(),
  after(ms, action) {
    const id = setTimeout(action, ms);
    return () => clearTimeout(id);
  },
};
