import { existsSync } from 'node:fs';
import { FlowsError, type Problem } from '../engine/problems.ts';
import { readYaml } from '../engine/read-yaml.ts';
import type { Signable } from './signable.ts';
import { type Signature, Signatures } from './signature.ts';

/**
 * What stands under a text, oldest first.
 * @throws {FlowsError} when the file can't be read: an unreadable one is no signature.
 */
export function readSignatures({ file }: Signable): readonly Signature[] {
  if (!existsSync(file.path)) return [];
  const problems: Problem[] = [];
  const source = readYaml(file.path, file.shown, Signatures, problems);
  if (!source) throw new FlowsError(problems);
  return source.data;
}
