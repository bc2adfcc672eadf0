/** The token ids that go before and after every window, and how long a window may be. */
export interface WindowShape {
  readonly before: readonly number[];
  readonly after: readonly number[];
  readonly tokens: number;
  readonly overlap: number;
}

/**
 * Cuts a message into windows that overlap, so that nothing of it is left unread and no
 * half-sentence falls between two. Equal windows (one emoji two thousand times) come once.
 *
 * @param lead ids put before every window's own, such as the context; at most half a window.
 */
export function windowsOf(
  ids: readonly number[],
  shape: WindowShape,
  lead: readonly number[] = [],
): number[][] {
  const kept = lead.slice(-Math.floor(shape.tokens / 2));
  const room = Math.max(8, shape.tokens - shape.before.length - shape.after.length - kept.length);
  const step = Math.max(1, room - Math.min(shape.overlap, Math.floor(room / 2)));
  const windows = new Map<string, number[]>();
  for (let from = 0; from === 0 || from + room - step < ids.length; from += step) {
    // The last window is moved back, so that it is never a few words without their sentence.
    const start = Math.max(0, Math.min(from, ids.length - room));
    const window = [...shape.before, ...kept, ...ids.slice(start, start + room), ...shape.after];
    windows.set(window.join(), window);
  }
  return [...windows.values()];
}
