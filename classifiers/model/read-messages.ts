import type { Encoder } from './encoder.ts';
import type { Logits } from './logits.ts';
import type { ModelManifest } from './manifest.ts';
import { microBatches } from './micro-batches.ts';
import { windowsOf } from './windows.ts';
import type { ModelOutput, ModelRequest } from './worker-protocol.ts';

/** One window of a message, by itself or after what stood before. */
export interface Row {
  readonly ids: readonly number[];
  readonly request: number;
  readonly inContext: boolean;
}

/**
 * Reads messages with the network: each alone and, where something was said before, after it;
 * the highest of all windows counts.
 */
export async function readMessages(
  encoder: Encoder,
  manifest: ModelManifest,
  requests: readonly ModelRequest[],
): Promise<(ModelOutput | null)[]> {
  const rows = requests.flatMap((request, at) => rowsOf(encoder, manifest, request, at));
  const best = requests.map((): Best => ({ alone: null, inContext: null, signals: null }));
  for (const batch of microBatches(rows)) {
    const logits = await encoder.run(batch.map(({ ids }) => ids));
    batch.forEach((row, at) => {
      const found = best[row.request];
      const read = logits[at];
      if (found && read) keepHighest(found, row, read, manifest.temperature);
    });
  }
  return best.map(({ alone, inContext, signals }) =>
    alone && signals ? { alone, inContext, signals } : null,
  );
}

interface Best {
  alone: number[] | null;
  inContext: number[] | null;
  signals: number[] | null;
}

/** Every window in which a message is read. */
export function rowsOf(
  encoder: Encoder,
  manifest: ModelManifest,
  { text, context }: ModelRequest,
  request: number,
): Row[] {
  const { contextFormat: format, prefix, window } = manifest;
  const shape = {
    before: [...encoder.startIds, ...encoder.tokenize(prefix.trimEnd())],
    after: encoder.endIds,
    ...window,
  };
  const ids = encoder.tokenize(text);
  const row = (inContext: boolean) => (ids: number[]) => ({ ids, request, inContext });
  const alone = windowsOf(ids, shape).map(row(false));
  if (context.length === 0 || format.turns === 0) return alone;
  const before = context
    .slice(-format.turns)
    .map((turn) => `${turn.speaker === 'bot' ? format.bot : format.person}${turn.text}`)
    .join(format.separator);
  const lead = encoder.tokenize(`${before}${format.separator.trimEnd()}`).slice(-format.tokens);
  return [...alone, ...windowsOf(ids, shape, lead).map(row(true))];
}

function keepHighest(best: Best, row: Row, logits: Logits, temperature: number): void {
  const cumulative = atLeastEach(logits.level.map((logit) => logit / temperature));
  const signals = logits.signal.map((logit) => 1 / (1 + Math.exp(-logit)));
  if (row.inContext) best.inContext = highest(best.inContext, cumulative);
  else best.alone = highest(best.alone, cumulative);
  best.signals = highest(best.signals, signals);
}

const highest = (a: readonly number[] | null, b: readonly number[]) =>
  b.map((value, at) => Math.max(value, a?.[at] ?? 0));

/** From logits to P(this level or higher), for each level. */
function atLeastEach(logits: readonly number[]): number[] {
  const top = Math.max(...logits);
  const weights = logits.map((logit) => Math.exp(logit - top));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let above = 0;
  const cumulative = weights.toReversed().map((weight) => {
    above += weight;
    return above / total;
  });
  return cumulative.toReversed();
}
