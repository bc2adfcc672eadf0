import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Heads } from '../model/heads.ts';
import type { ModelManifest } from '../model/manifest.ts';

export const HEADS_FILE = 'heads.json';

export interface CandidateOptions {
  /** The model that the heads were trained on. */
  readonly from: string;
  readonly manifest: ModelManifest;
  readonly heads: Heads;
  readonly labels: number;
  readonly seed: number;
  readonly now: Date;
  /** Where the candidate shall be; nothing may be there yet. */
  readonly to: string;
}

/**
 * Writes a whole model folder with the new heads, aside first: either all of it is there in the
 * end, or nothing.
 *
 * @returns its manifest; the version names the heads, so that equal heads have equal versions.
 */
export function writeCandidate(options: CandidateOptions): ModelManifest {
  const { from, heads, labels, seed, now, to } = options;
  if (existsSync(to)) throw new Error(`${to} is there already; name a folder that isn't`);
  const content = `${JSON.stringify(heads)}\n`;
  const hash = createHash('sha256').update(content).digest('hex');
  const { [HEADS_FILE]: _earlier, ...files } = options.manifest.files;
  const [version] = options.manifest.version.split('-heads-');
  const [provenance] = options.manifest.provenance.split(RETRAINED);
  const manifest: ModelManifest = {
    ...options.manifest,
    version: `${version}-heads-${hash.slice(0, 8)}`,
    created: now.toISOString().slice(0, 10),
    provenance: `${provenance}${RETRAINED} ${labels} labels of this installation's responders (seed ${seed}).`,
    files: { ...files, [HEADS_FILE]: hash },
    heads: HEADS_FILE,
  };
  const aside = `${to}.part-${process.pid}`;
  try {
    for (const file of Object.keys(files)) {
      mkdirSync(dirname(join(aside, file)), { recursive: true });
      copyFileSync(join(from, file), join(aside, file));
    }
    writeFileSync(join(aside, HEADS_FILE), content);
    writeFileSync(join(aside, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
    renameSync(aside, to);
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
  return manifest;
}

const RETRAINED = ' Heads retrained on';
