import { FlowsError } from '../engine/problems.ts';
import { HelplinesError } from '../helplines/helplines.ts';
import { SignatureRefused } from '../sign-off/sign.ts';
import { type Command, type FlowCommandDeps, UsageError } from './commands/command.ts';
import { coverageCommand } from './commands/coverage-command.ts';
import { diffCommand } from './commands/diff-command.ts';
import { lintCommand } from './commands/lint-command.ts';
import { matrixCommand } from './commands/matrix-command.ts';
import { newCommand } from './commands/new-command.ts';
import { pageCommand } from './commands/page-command.ts';
import { playCommand } from './commands/play-command.ts';
import { signCommand } from './commands/sign-command.ts';
import { tidyCommand } from './commands/tidy-command.ts';
import { readArguments } from './read-arguments.ts';

const COMMANDS: Readonly<Record<string, Command>> = {
  new: newCommand,
  lint: lintCommand,
  tidy: tidyCommand,
  play: playCommand,
  page: pageCommand,
  matrix: matrixCommand,
  sign: signCommand,
  diff: diffCommand,
  coverage: coverageCommand,
};
const USAGE = `usage: npm run flow -- ${Object.values(COMMANDS)
  .map(({ usage }) => usage)
  .join(' | ')}`;
const KNOWN = [UsageError, FlowsError, HelplinesError, SignatureRefused];

/** @returns the exit status: 0, 1 when the flows have problems, 2 for bad usage. Never throws. */
export async function flowCommand(deps: FlowCommandDeps, args: readonly string[]): Promise<number> {
  try {
    const { what, asked } = readArguments(args, deps.now());
    const command = COMMANDS[what ?? ''];
    if (!command) throw new UsageError(USAGE);
    const { least, most } = command.ids;
    if (asked.ids.length < least || asked.ids.length > most) {
      throw new UsageError(`usage: npm run flow -- ${command.usage}`);
    }
    return await command.run(deps, asked);
  } catch (error) {
    const known = KNOWN.some((kind) => error instanceof kind);
    deps.complain(known ? (error as Error).message : `flow: ${(error as Error).message}`);
    return error instanceof UsageError ? 2 : 1;
  }
}
