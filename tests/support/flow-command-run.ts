import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { flowCommand } from '../../bot-flows/author/flow-command.ts';
import { createDialog } from '../../bot-flows/botkit/botkit-dialog.ts';
import { FLOWS_DIR, HELPLINES_FILE } from './flow-library.ts';

/** Runs `npm run flow -- ARGS` in this process, as if `typed` had been typed line by line. */
export async function runFlow(
  args: readonly string[],
  { typed = [], flowsDir = FLOWS_DIR }: { typed?: readonly string[]; flowsDir?: string } = {},
): Promise<{ readonly status: number; readonly out: string; readonly complaints: string }> {
  let out = '';
  let complaints = '';
  const status = await flowCommand(
    {
      flowsDir,
      helplinesFile: HELPLINES_FILE,
      newFlowDir: join(__dirname, '..', '..', 'bot-flows', 'author', 'new-flow'),
      transcriptsDir: join(__dirname, '..', 'transcripts'),
      input: Readable.from(typed.map((line) => `${line}\n`)),
      write: (text) => {
        out += text;
      },
      complain: (line) => {
        complaints += `${line}\n`;
      },
      now: () => new Date('2026-11-24'),
      createDialog,
      web: { sourceDir: resolve('web-widget'), builtDir: resolve('build', 'web') },
      untilStopped: async () => undefined,
    },
    args,
  );
  return { status, out, complaints };
}
