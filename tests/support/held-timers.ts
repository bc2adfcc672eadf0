import type { Timers } from '../../web-widget/embed/state/timers.ts';

/** Time that stands still until a test lets it pass. */
export function heldTimers(): Timers & { pass(ms: number): Promise<void> } {
  let now = 0;
  let waiting: { at: number; action: () => void }[] = [];
  /** Lets everything that was promised come true. */
  const settle = () => new Promise<void>((resolve) => setImmediate(resolve));
  return {
    nowMs: () => now,
    after(ms, action) {
      const entry = { at: now + ms, action };
      waiting.push(entry);
      return () => {
        waiting = waiting.filter((other) => other !== entry);
      };
    },
    async pass(ms) {
      const until = now + ms;
      await settle();
      for (;;) {
        const next = waiting.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0];
        if (!next) break;
        waiting = waiting.filter((other) => other !== next);
        now = next.at;
        next.action();
        await settle();
      }
      now = until;
    },
  };
}
