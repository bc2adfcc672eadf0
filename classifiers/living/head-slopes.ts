// Which way a reading pulls at its logits.

/** Slope by the logits of cross-entropy plus that of each "this level or higher". */
export function levelPull(logits: readonly number[], level: number): number[] {
  const probability = softmax(logits);
  const pulls = probability.map((one, at) => one - (at === level ? 1 : 0));
  let above = 1;
  for (let floor = 1; floor < logits.length; floor++) {
    above -= probability[floor - 1] ?? 0;
    const over = Math.min(1 - 1e-6, Math.max(1e-6, above));
    const off = over - (level >= floor ? 1 : 0);
    probability.forEach((one, at) => {
      const turned = (one * ((at >= floor ? 1 : 0) - over)) / (over * (1 - over));
      pulls[at] = (pulls[at] ?? 0) + (off * turned) / (logits.length - 1);
    });
  }
  return pulls;
}

/** Slope by the logits of yes-or-no cross-entropy; `marked` may be anything from 0 to 1. */
export const signalPull = (logits: readonly number[], marked: readonly number[]) =>
  minus(logits.map(sigmoid), marked);

/** Each of `a` less the same of `b`. */
export const minus = (a: readonly number[], b: readonly number[]) =>
  a.map((value, at) => value - (b[at] ?? 0));

export const sigmoid = (logit: number) => 1 / (1 + Math.exp(-logit));

export function softmax(logits: readonly number[]): number[] {
  const top = Math.max(...logits);
  const weights = logits.map((logit) => Math.exp(logit - top));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}
