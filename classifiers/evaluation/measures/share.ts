/** A share with its 95 % interval. */
export interface Share {
  readonly hits: number;
  readonly of: number;
  /** 0 to 1; null when there was nothing to count. */
  readonly share: number | null;
  readonly low: number;
  readonly high: number;
}

const Z = 1.959964;

/** 95 % interval of a share, after Wilson (1927); 0 to 1 when there is nothing to count. */
export function wilson(hits: number, of: number): Share {
  if (of === 0) return { hits, of, share: null, low: 0, high: 1 };
  const share = hits / of;
  const spread = Z * Math.sqrt((share * (1 - share)) / of + (Z * Z) / (4 * of * of));
  const middle = share + (Z * Z) / (2 * of);
  const scale = 1 + (Z * Z) / of;
  return {
    hits,
    of,
    share,
    // At the ends the formula gives 0 and 1, but for the last digit.
    low: hits === 0 ? 0 : (middle - spread) / scale,
    high: hits === of ? 1 : (middle + spread) / scale,
  };
}

/** A difference of two shares with its 95 % interval; null when one of them counts nothing. */
export interface Difference {
  readonly difference: number | null;
  readonly low: number;
  readonly high: number;
}

/** `a` less `b`, after Newcombe (1998, method 10), from their Wilson intervals. */
export function newcombe(a: Share, b: Share): Difference {
  if (a.share === null || b.share === null) return { difference: null, low: -1, high: 1 };
  const difference = a.share - b.share;
  return {
    difference,
    low: difference - Math.hypot(a.share - a.low, b.high - b.share),
    high: difference + Math.hypot(a.high - a.share, b.share - b.low),
  };
}
