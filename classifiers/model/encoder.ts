import { basename, dirname, resolve } from 'node:path';
import { AutoModel, AutoTokenizer, env, Tensor } from '@xenova/transformers';
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
  const model = await AutoModel.from_pretrained(name, {
    local_files_only: true,
    dtype: manifest.dtype,
    device: 'cpu',
    session_options: { intraOpNumThreads: threads, interOpNumThreads: 1 },
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
    const shape = [rows.length, width];
    const output = await model({
      input_ids: new Tensor('int64', ids, shape),
      attention_mask: new Tensor('int64', mask, shape),
    });
    const levels: number[][] = output.level_logits.tolist();
    const signals: number[][] = output.signal_logits.tolist();
    const logits = levels.map((level, at): Logits => ({ level, signal: signals[at] ?? [] }));
    return { logits, output };
  }

  async function embed(rows: readonly (readonly number[])[]): Promise<EmbeddedRow[]> {
    const { logits, output } = await forward(rows);
    if (!output.embedding) throw new Error('it has no output "embedding"');
    const embeddings: number[][] = output.embedding.tolist();
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
