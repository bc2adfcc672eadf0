/** One row's logits. */
export interface Logits {
  readonly level: readonly number[];
  readonly signal: readonly number[];
}
