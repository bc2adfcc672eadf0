import type { EmbeddedRow, TrainableEncoder } from '../../classifiers/model/encoder.ts';
import { seededRandom } from '../../classifiers/seeded-random.ts';

const WIDTH = 8;

/** A network of a few numbers: each word has a place of its own, and nothing was ever learnt. */
export function fakeEncoder(signals = 2): TrainableEncoder {
  const embed = async (rows: readonly (readonly number[])[]): Promise<EmbeddedRow[]> =>
    rows.map((ids) => {
      const sum = new Array<number>(WIDTH).fill(0);
      for (const id of ids) {
        const random = seededRandom(id);
        for (let at = 0; at < WIDTH; at++) sum[at] = (sum[at] ?? 0) + random() - 0.5;
      }
      const size = Math.hypot(...sum) || 1;
      const embedding = sum.map((value) => value / size);
      return {
        embedding,
        logits: { level: [4, 0, 0, 0, 0], signal: new Array<number>(signals).fill(-2) },
      };
    });
  return {
    startIds: [1],
    endIds: [2],
    tokenize: (text) =>
      text
        .split(/\s+/)
        .map((word) => 3 + ([...word].reduce((sum, c) => sum * 31 + c.charCodeAt(0), 7) % 9973)),
    embed,
    run: async (rows) => (await embed(rows)).map(({ logits }) => logits),
  };
}
