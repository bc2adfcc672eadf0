import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Library } from '../../engine/library.ts';
import { diffLibraries } from '../diff-libraries.ts';
import { type Command, draftAsked, type FlowCommandDeps, UsageError } from './command.ts';

/** Prints what people would hear otherwise in two versions: folders, or revisions of git. */
export const diffCommand: Command = {
  usage: 'diff A B [FLOW...] [--lang fr|en] [--vous] [--away]',
  ids: { least: 2, most: 99 },
  run(deps, { ids: [a = '', b = '', ...flows], context }) {
    const [before, after] = [versionOf(deps, a), versionOf(deps, b)];
    for (const id of flows) {
      if (before.flows.has(id) || after.flows.has(id)) continue;
      throw new UsageError(`no flow is called "${id}" in either version`);
    }
    const lines = diffLibraries(before, after, context, flows);
    deps.write(lines.length === 0 ? 'They sound alike.\n' : `${lines.join('\n')}\n`);
    return 0;
  },
};

/**
 * A folder, or else a revision such as `HEAD` or `v0.1.0`.
 * @throws {UsageError} when it is neither.
 */
function versionOf(deps: FlowCommandDeps, name: string): Library {
  if (existsSync(name)) return draftAsked(deps, name);
  const dir = mkdtempSync(join(tmpdir(), 'flow-diff-'));
  try {
    const archive = execFileSync('git', ['archive', name, '--', 'bot-flows'], {
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 256 * 1024 * 1024,
    });
    execFileSync('tar', ['-x', '-C', dir], { input: archive });
    return draftAsked(deps, join(dir, 'bot-flows', 'flows'));
  } catch (cause) {
    if (cause instanceof Error && cause.name === 'FlowsError') throw cause;
    throw new UsageError(`"${name}" is no folder of flows and no revision of git`, { cause });
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
