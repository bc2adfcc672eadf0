import type { EmbeddedRow, TrainableEncoder } from '../model/encoder.ts';
import type { ModelManifest } from '../model/manifest.ts';
import { microBatches } from '../model/micro-batches.ts';
import { rowsOf } from '../model/read-messages.ts';
import type { ModelRequest } from '../model/worker-protocol.ts';
import { softmax } from './head-slopes.ts';

/**
 * How each message is read: alone and, where something stood before, after it. Of a long one's
 * windows the one that reads highest, since that one decides.
 *
 * @returns for each request, one reading or two.
 */
export async function embedRequests(
  encoder: TrainableEncoder,
  manifest: ModelManifest,
  requests: readonly ModelRequest[],
  onProgress: (done: number) => void = () => {},
): Promise<readonly (readonly EmbeddedRow[])[]> {
  const rows = requests.flatMap((request, at) => rowsOf(encoder, manifest, request, at));
  const best = requests.map(() => new Map<boolean, EmbeddedRow>());
  for (const batch of microBatches(rows)) {
    const embedded = await encoder.embed(batch.map(({ ids }) => ids));
    batch.forEach(({ request, inContext }, at) => {
      const readings = best[request];
      const reading = embedded[at];
      const other = readings?.get(inContext);
      if (reading && (!other || heightOf(reading) > heightOf(other))) {
        readings?.set(inContext, reading);
      }
    });
    onProgress(batch.length / rows.length);
  }
  return best.map((readings) =>
    [...readings].sort(([a], [b]) => Number(a) - Number(b)).map(([, one]) => one),
  );
}

/** The level it expects, as a place in the order of the levels. */
const heightOf = ({ logits }: EmbeddedRow) =>
  softmax(logits.level).reduce((sum, probability, at) => sum + probability * at, 0);
