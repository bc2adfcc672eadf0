import { basename, dirname, join, resolve } from 'node:path';
import { AutoTokenizer, env } from '@xenova/transformers';
import ort from 'onnxruntime-node';
import { loadHeads, withHeads } from './heads.ts';
import type { Logits } from './logits.ts';
import type { ModelManifest } from './manifest.ts';

/** One row as the file's own heads see it, and what they see. */
export interface EmbeddedRow {
  readonly logits: Logits;
  /** Of length 1: the mean over the word pieces. */
  readonly embedding: readonly number[];
}

/** The tokenizer and the network, loaded from files of this machine only. */
export interface Encoder {
  readonly startIds: readonly number[];
  readonly endIds: readonly number[];
  /** Token ids of a text, without start and end. */
  tokenize(text: string): number[];
  run(rows: readonly (readonly number[])[]): Promise<Logits[]>;
}

/** An encoder whose heads can be trained. */
export interface TrainableEncoder extends Encoder {
  /** Without what retraining has added before. */
  embed(rows: readonly (readonly number[])[]): Promise<EmbeddedRow[]>;
}

/** Which file holds the weights, by how exact they are; the names that exporters give. */
const WEIGHTS: Readonly<Record<ModelManifest['dtype'], string>> = {
  q8: 'model_quantized.onnx',
  fp32: 'model.onnx',
  fp16: 'model_fp16.onnx',
  int8: 'model_int8.onnx',
  uint8: 'model_uint8.onnx',
};

/** @throws {Error} when the files are not a model with the outputs of the manifest. */
export async function loadEncoder(
  modelFolder: string,
  manifest: ModelManifest,
  threads: number,
): Promise<TrainableEncoder> {
  const folder = resolve(modelFolder);
  env.allowRemoteModels = false;
  env.allowLocalModels = true;
  env.localModelPath = dirname(folder);
  const name = basename(folder);
  const tokenizer = await AutoTokenizer.from_pretrained(name, { local_files_only: true });
  // The runtime reads the file itself: through transformers.js it would pass the heap as well.
  const session = await ort.InferenceSession.create(join(folder, 'onnx', WEIGHTS[manifest.dtype]), {
    executionProviders: ['cpu'],
    intraOpNumThreads: threads,
    interOpNumThreads: 1,
  });
  const around: number[] = tokenizer.encode('', { add_special_tokens: true });
  const padding: number = tokenizer.pad_token_id ?? 0;
  const half = Math.ceil(around.length / 2);
  const heads = loadHeads(modelFolder, manifest);

  async function forward(rows: readonly (readonly number[])[]) {
    const width = Math.max(...rows.map((row) => row.length));
    const size = rows.length * width;
    const ids = new BigInt64Array(size).fill(BigInt(padding));
    const mask = new BigInt64Array(size);
    rows.forEach((row, at) => {
      row.forEach((id, column) => {
        ids[at * width + column] = BigInt(id);
        mask[at * width + column] = 1n;
      });
    });
    const tensor = (values: BigInt64Array) => new ort.Tensor('int64', values, [rows.length, width]);
    const output = await session.run({
      input_ids: tensor(ids),
      attention_mask: tensor(mask),
      // Some exports ask for it; our texts are of one piece.
      ...(session.inputNames.includes('token_type_ids') && {
        token_type_ids: tensor(new BigInt64Array(size)),
      }),
    });
    const levels = rowsOf(output.level_logits);
    const signals = rowsOf(output.signal_logits);
    const logits = levels.map((level, at): Logits => ({ level, signal: signals[at] ?? [] }));
    return { logits, embeddings: rowsOf(output.embedding) };
  }

  async function embed(rows: readonly (readonly number[])[]): Promise<EmbeddedRow[]> {
    const { logits, embeddings } = await forward(rows);
    if (embeddings.length === 0) throw new Error('it has no output "embedding"');
    return logits.map((one, at) => ({ logits: one, embedding: embeddings[at] ?? [] }));
  }

  const encoder: TrainableEncoder = {
    startIds: around.slice(0, half),
    endIds: around.slice(half),
    tokenize: (text) => tokenizer.encode(text, { add_special_tokens: false }),
    embed,
    async run(rows) {
      if (!heads) return (await forward(rows)).logits;
      const embedded = await embed(rows);
      return embedded.map(({ logits, embedding }) => withHeads(logits, embedding, heads));
    },
  };
  // One run proves the outputs are there, and takes the cost of the first one now.
  const [proof] = await encoder.run([around]);
  if (
    proof?.level.length !== manifest.levels.length ||
    proof.signal.length !== manifest.signals.length
  ) {
    throw new Error('its outputs are not those of manifest.json');
  }
  const [seen] = heads ? await embed([around]) : [];
  if (heads && seen?.embedding.length !== heads.level.weight[0]?.length) {
    throw new Error(`${manifest.heads} was made for another network`);
  }
  return encoder;
}

/** A tensor of numbers as one list for each row; none when the network doesn't give it. */
function rowsOf(tensor: ort.Tensor | undefined): number[][] {
  const [rows = 0, width = 0] = tensor?.dims ?? [];
  const values = (tensor?.data ?? []) as Float32Array;
  return Array.from({ length: rows }, (_, at) =>
    Array.from(values.subarray(at * width, (at + 1) * width)),
  );
}
