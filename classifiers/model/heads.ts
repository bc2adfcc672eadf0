import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Logits } from './logits.ts';
import type { ModelManifest } from './manifest.ts';

const Linear = z.strictObject({
  /** One list for each output, as long as an embedding. */
  weight: z.array(z.array(z.number())).min(1),
  bias: z.array(z.number()).min(1),
});

/**
 * What retraining adds to the two heads in the model's file: linear in the embedding, added to
 * the logits. All zeros are the model as it was.
 */
export const Heads = z.strictObject({
  schema: z.literal('heads/1'),
  level: Linear,
  signal: Linear,
});
export type Heads = z.infer<typeof Heads>;
export type Linear = z.infer<typeof Linear>;

/** @throws {Error} with one line when the file doesn't fit the model. */
export function loadHeads(modelFolder: string, manifest: ModelManifest): Heads | null {
  if (manifest.heads === undefined) return null;
  const parsed = Heads.safeParse(
    JSON.parse(readFileSync(join(modelFolder, manifest.heads), 'utf8')),
  );
  if (!parsed.success) throw new Error(`${manifest.heads} is not what heads/1 says`);
  const { level, signal } = parsed.data;
  const width = level.weight[0]?.length;
  const fits = ({ weight, bias }: Linear, outputs: number) =>
    weight.length === outputs &&
    bias.length === outputs &&
    weight.every((row) => row.length === width);
  if (!fits(level, manifest.levels.length) || !fits(signal, manifest.signals.length)) {
    throw new Error(`${manifest.heads} has other outputs than manifest.json`);
  }
  return parsed.data;
}

/** The logits of the model's file with what was learnt since. */
export function withHeads(logits: Logits, embedding: readonly number[], heads: Heads): Logits {
  return {
    level: added(logits.level, embedding, heads.level),
    signal: added(logits.signal, embedding, heads.signal),
  };
}

function added(
  logits: readonly number[],
  embedding: readonly number[],
  { weight, bias }: Linear,
): number[] {
  return logits.map((logit, output) => {
    const row = weight[output] ?? [];
    let sum = logit + (bias[output] ?? 0);
    for (let at = 0; at < row.length; at++) sum += (row[at] ?? 0) * (embedding[at] ?? 0);
    return sum;
  });
}
