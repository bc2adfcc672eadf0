import { statSync } from 'node:fs';
import { join } from 'node:path';
import { eldLanguages } from '../language/eld-languages.ts';
import { createLanguageOf } from '../language/language-of.ts';
import { loadLexicon } from '../lexicon/load-lexicon.ts';
import { loadIdentities } from '../model/identity-file.ts';
import { type ModelManifest, verifyModel } from '../model/manifest.ts';
import { neutralIdentity } from '../model/neutral-identity.ts';
import { openModel } from '../model/open-model.ts';
import {
  type CorpusRow,
  readInContextRows,
  readStrangersRows,
  readTestRows,
} from './corpus-rows.ts';
import { evaluateIdentity, judgePairs } from './evaluate-identity.ts';
import { evaluatePart } from './evaluate-part.ts';
import type { Effort, Evaluation, ModelFacts, SetEvaluation, SetId } from './evaluation.ts';
import { readIdentityPairs } from './identity-pairs.ts';
import { judgeRows } from './judge-rows.ts';
import { type JudgedRow, PARTS, readBy } from './measures/read.ts';
import { reliability } from './measures/reliability.ts';

export interface EvaluateOptions {
  /** The repository's folder. */
  readonly root: string;
  /** The model that is evaluated. */
  readonly modelFolder: string;
  /** The built `classifiers/model/model-worker.js`. */
  readonly workerFile: string;
  /** Told as messages are read. */
  readonly onProgress: (done: number, of: number) => void;
}

/** Reads the frozen split, the strangers' rows and the identity pairs with one model. */
export async function evaluateModel(options: EvaluateOptions): Promise<Evaluation> {
  const { root, modelFolder, workerFile, onProgress } = options;
  const verified = await verifyModel(modelFolder);
  if (verified.kind === 'refused') throw new Error(verified.reason);
  const corpus = join(root, 'data', 'corpus');
  const sets: readonly (readonly [SetId, readonly CorpusRow[]])[] = [
    ['test-split', readTestRows(corpus)],
    ['strangers', readStrangersRows(corpus)],
    ['in-context', readInContextRows(corpus)],
  ];
  const pairs = readIdentityPairs(join(root, 'data', 'evaluation', 'identity-pairs.tsv'));
  const all = sets.reduce((sum, [, rows]) => sum + rows.length, 2 * pairs.length);
  let done = 0;
  const progress = (more: number) => {
    done += more;
    onProgress(done, all);
  };

  const lexicon = loadLexicon(join(root, 'data', 'lexicons'));
  const languageOf = createLanguageOf(eldLanguages());
  const neutral = neutralIdentity(loadIdentities(join(root, 'data', 'identities')), languageOf);
  const model = openModel({ modelFolder, workerFile }, neutral);
  try {
    await model.settled();
    const health = model.health();
    if (health.state !== 'ready') throw new Error(health.reason);
    const readers = { lexicon, model, languageOf };
    const since = process.cpuUsage();
    const evaluated: SetEvaluation[] = [];
    for (const [id, rows] of sets)
      evaluated.push(setOf(id, await judgeRows(rows, readers, progress)));
    const used = process.cpuUsage(since);
    const judged = await judgePairs(pairs, readers, progress);
    return {
      schema: 'evaluation/1',
      model: factsOf(verified.manifest, modelFolder),
      lexicon: lexicon.name,
      sets: evaluated,
      identity: evaluateIdentity(judged),
      effort: effortOf(used, all - 2 * pairs.length),
    };
  } finally {
    await model.close();
  }
}

function setOf(id: SetId, rows: readonly JudgedRow[]): SetEvaluation {
  const parts = PARTS.map((part) => {
    const figures = evaluatePart(readBy(part, rows));
    return [part, part === 'both' ? figures : { ...figures, missed: [] }] as const;
  });
  return {
    id,
    rows: rows.length,
    parts: Object.fromEntries(parts) as SetEvaluation['parts'],
    reliability: reliability(rows),
  };
}

function factsOf(manifest: ModelManifest, folder: string): ModelFacts {
  const { name, version, created, licence, provenance, dtype, thresholds } = manifest;
  const { thresholdsInContext, signalThreshold, temperature, window } = manifest;
  const sizes = Object.keys(manifest.files).map((file) => statSync(join(folder, file)).size);
  return {
    ...{ name, version, created, licence, provenance, dtype, thresholds },
    ...(thresholdsInContext && { thresholdsInContext }),
    ...{ signalThreshold, temperature, window },
    bytes: sizes.reduce((sum, size) => sum + size, 0),
  };
}

/** What one busy core of a server is taken to draw, its share of the rest included. */
export const WATTS_PER_BUSY_CORE = 10;

function effortOf({ user, system }: NodeJS.CpuUsage, messages: number): Effort {
  const cpuSecondsPerThousand = ((user + system) / 1e6 / messages) * 1000;
  const twoDigits = (value: number) => Number(value.toPrecision(2));
  return {
    messages,
    cpuSecondsPerThousand: twoDigits(cpuSecondsPerThousand),
    wattHoursPerThousand: twoDigits((cpuSecondsPerThousand * WATTS_PER_BUSY_CORE) / 3600),
  };
}
