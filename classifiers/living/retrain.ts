import type { CorpusRow } from '../evaluation/corpus-rows.ts';
import type { TrainableEncoder } from '../model/encoder.ts';
import { type Heads, withHeads } from '../model/heads.ts';
import { judge } from '../model/judge.ts';
import type { ModelManifest } from '../model/manifest.ts';
import { readMessages } from '../model/read-messages.ts';
import { seededRandom, shuffled } from '../seeded-random.ts';
import { embedRequests } from './embed-requests.ts';
import { holdOut } from './hold-out.ts';
import type { Label } from './label.ts';
import { type LabelledReading, trainHeads } from './train-heads.ts';

export interface RetrainOptions {
  readonly seed: number;
  /** How many rows of the corpus keep the model where it is. */
  readonly knownRows: number;
  /** Told what share of the reading is done, 0 to 1. */
  readonly onProgress: (share: number) => void;
}

export interface Retrained {
  readonly heads: Heads;
  readonly learnt: number;
  /** Labels that training never saw, and how many of them are read as labelled. */
  readonly apart: { readonly labels: number; readonly before: number; readonly after: number };
}

/** Trains heads on labels, beside rows of the corpus on which the model is to stay as it is. */
export async function retrain(
  encoder: TrainableEncoder,
  manifest: ModelManifest,
  labels: readonly Label[],
  corpus: readonly CorpusRow[],
  { seed, knownRows, onProgress }: RetrainOptions,
): Promise<Retrained> {
  const { learnt, apart } = holdOut(labels, seed);
  const known = shuffled(corpus, seededRandom(seed)).slice(0, knownRows);
  let share = 0;
  const readings = await embedRequests(encoder, manifest, [...learnt, ...known], (more) => {
    share += more;
    onProgress(share);
  });
  const labelled = learnt.flatMap((label, at) =>
    (readings[at] ?? []).map(
      (reading): LabelledReading => ({
        ...reading,
        level: manifest.levels.indexOf(label.level),
        signals: label.signals && marked(label.signals, manifest),
      }),
    ),
  );
  const heads = trainHeads(labelled, readings.slice(learnt.length).flat());
  return {
    heads,
    learnt: learnt.length,
    apart: {
      labels: apart.length,
      before: await agreed(encoder, manifest, apart, null),
      after: await agreed(encoder, manifest, apart, heads),
    },
  };
}

function marked(signals: readonly string[], manifest: ModelManifest): readonly number[] {
  const unknown = signals.find((signal) => !manifest.signals.includes(signal));
  if (unknown !== undefined) throw new Error(`the model has no signal "${unknown}"`);
  return manifest.signals.map((signal) => (signals.includes(signal) ? 1 : 0));
}

/** How many labels are read as they say. */
async function agreed(
  encoder: TrainableEncoder,
  manifest: ModelManifest,
  labels: readonly Label[],
  heads: Heads | null,
): Promise<number> {
  const trained = {
    ...encoder,
    run: async (rows: readonly (readonly number[])[]) =>
      (await encoder.embed(rows)).map(({ logits, embedding }) =>
        heads ? withHeads(logits, embedding, heads) : logits,
      ),
  };
  const outputs = await readMessages(trained, manifest, labels);
  return labels.filter(({ level }, at) => {
    const output = outputs[at];
    return output && judge(output, manifest).level === level;
  }).length;
}
