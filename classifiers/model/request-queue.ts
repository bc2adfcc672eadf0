/** One message waiting for the network. */
export interface Waiting {
  /** Milliseconds of the monotonic clock after which nobody needs the answer. */
  readonly deadline: number;
  readonly alarmed: boolean;
  /** About how much work it is: UTF-16 units to read, context included, with a least amount. */
  readonly weight: number;
}

/** Who is read next: the alarmed first, each group in the order it came. */
export interface RequestQueue<T extends Waiting> {
  add(item: T): void;
  remove(item: T): void;
  /** Weight of what would be read before an item that came now. */
  ahead(alarmed: boolean): number;
  /** Takes the next batch; what has expired is dropped, never taken. */
  take(now: number, mostItems: number, mostWeight: number): T[];
  /** Takes everything out. */
  drain(): T[];
}

export function createRequestQueue<T extends Waiting>(): RequestQueue<T> {
  const groups = { alarmed: new Set<T>(), calm: new Set<T>() };
  const weights = { alarmed: 0, calm: 0 };
  const groupOf = (item: Waiting) => (item.alarmed ? 'alarmed' : 'calm');
  const remove = (item: T) => {
    const group = groupOf(item);
    if (groups[group].delete(item)) weights[group] -= item.weight;
  };

  return {
    add(item) {
      groups[groupOf(item)].add(item);
      weights[groupOf(item)] += item.weight;
    },
    remove,
    ahead: (alarmed) => weights.alarmed + (alarmed ? 0 : weights.calm),
    take(now, mostItems, mostWeight) {
      const taken: T[] = [];
      let weight = 0;
      for (const item of [...groups.alarmed, ...groups.calm]) {
        if (item.deadline <= now) {
          remove(item);
          continue;
        }
        const full = taken.length >= mostItems || weight + item.weight > mostWeight;
        if (taken.length > 0 && full) break;
        remove(item);
        taken.push(item);
        weight += item.weight;
      }
      return taken;
    },
    drain() {
      const all = [...groups.alarmed, ...groups.calm];
      all.forEach(remove);
      return all;
    },
  };
}
