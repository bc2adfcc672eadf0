import { createHash } from 'node:crypto';
import { createReadStream, readFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { RISK_LEVELS } from '../risk-classifier.ts';

const Probability = z.number().gt(0).lt(1);
/** Least probability of "this level or higher" at which the level is given. */
const Thresholds = z.strictObject({
  distress: Probability,
  passive: Probability,
  active: Probability,
  imminent: Probability,
});
export type Thresholds = z.infer<typeof Thresholds>;

/** What stands beside a model: whose it is, how to read with it, and what its files must be. */
export const ModelManifest = z.object({
  schema: z.literal('model/1'),
  name: z.string().min(1),
  version: z.string().min(1),
  created: z.string(),
  licence: z.string().min(1),
  provenance: z.string().min(1),
  /** Path below the folder → SHA-256 in hexadecimal. */
  files: z.record(
    z.string().refine((path) => !isAbsolute(path) && !path.split('/').includes('..'), {
      message: 'must stay inside the model folder',
    }),
    z.string().regex(/^[0-9a-f]{64}$/, 'must be a SHA-256 in hexadecimal'),
  ),
  /** Order of the columns of `level_logits`. */
  levels: z.array(z.enum(RISK_LEVELS)).refine((levels) => levels.join() === RISK_LEVELS.join(), {
    message: `must be ${RISK_LEVELS.join(', ')}`,
  }),
  /** Order of the columns of `signal_logits`. */
  signals: z.array(z.string()).min(1),
  /** One of `files`: what retraining has added to the heads; see `heads.ts`. */
  heads: z.string().optional(),
  /** Which weights: `q8` is `onnx/model_quantized.onnx`. */
  dtype: z.enum(['q8', 'fp32', 'fp16', 'int8', 'uint8']).default('q8'),
  /** Put before every text. */
  prefix: z.string().default(''),
  thresholds: Thresholds,
  /** For a message read after its context; the same as alone unless given. */
  thresholdsInContext: Thresholds.optional(),
  signalThreshold: Probability.default(0.5),
  /** The level logits are divided by it; set on development data. */
  temperature: z.number().positive().default(1),
  /** Longer messages are read in several overlapping windows of so many tokens. */
  window: z
    .strictObject({ tokens: z.number().int().min(32), overlap: z.number().int().min(0) })
    .refine(({ tokens, overlap }) => overlap * 2 <= tokens, {
      message: 'overlap must be at most half of tokens',
    })
    .default({ tokens: 256, overlap: 48 }),
  contextFormat: z
    .strictObject({
      turns: z.number().int().min(0),
      tokens: z.number().int().min(0),
      bot: z.string(),
      person: z.string(),
      separator: z.string(),
    })
    .default({ turns: 4, tokens: 96, bot: 'bot: ', person: 'person: ', separator: ' ⏎ ' }),
});
export type ModelManifest = z.infer<typeof ModelManifest>;

export type VerifiedModel =
  | { readonly kind: 'verified'; readonly manifest: ModelManifest }
  /** `reason` is one line for an operator that names the file and the fix. */
  | { readonly kind: 'refused'; readonly reason: string };

const FIX = 'copy the whole model folder again';

/** Reads the manifest and compares every file with its hash, before anything is loaded. */
export async function verifyModel(folder: string): Promise<VerifiedModel> {
  const refused = (reason: string) => ({ kind: 'refused', reason }) as const;
  const path = join(folder, 'manifest.json');
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    return error instanceof SyntaxError
      ? refused(`${path} is not valid JSON; ${FIX}`)
      : refused(`${path} can't be read (${codeOf(error)}); put a model there`);
  }
  const parsed = ModelManifest.safeParse(json);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const where = issue?.path.join('.') || 'it';
    const fix =
      where === 'schema' ? 'this version reads model/1; install a model made for it' : FIX;
    return refused(`${path}: ${where} is not as expected (${issue?.message}); ${fix}`);
  }
  const { files, heads } = parsed.data;
  if (heads !== undefined && !(heads in files)) {
    return refused(`${path}: heads is not as expected (${heads} has no hash in files); ${FIX}`);
  }
  for (const [file, expected] of Object.entries(files)) {
    const hash = createHash('sha256');
    try {
      await pipeline(createReadStream(join(folder, file)), hash);
    } catch (error) {
      return refused(`${join(folder, file)} can't be read (${codeOf(error)}); ${FIX}`);
    }
    if (hash.digest('hex') !== expected) {
      return refused(`${join(folder, file)} is damaged or not the one in manifest.json; ${FIX}`);
    }
  }
  return { kind: 'verified', manifest: parsed.data };
}

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code ?? 'unknown error';
