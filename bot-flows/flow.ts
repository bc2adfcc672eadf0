import { join, resolve } from 'node:path';
import { flowCommand } from './author/flow-command.ts';
import { createDialog } from './botkit/botkit-dialog.ts';

process.exitCode = await flowCommand(
  {
    flowsDir: join('bot-flows', 'flows'),
    helplinesFile: join('data', 'helplines', 'helplines.json'),
    newFlowDir: join('bot-flows', 'author', 'new-flow'),
    transcriptsDir: join('tests', 'transcripts'),
    input: process.stdin,
    write: (text) => process.stdout.write(text),
    complain: (line) => process.stderr.write(`${line}\n`),
    now: () => new Date(),
    createDialog,
    web: { sourceDir: resolve('web-widget'), builtDir: resolve('build', 'web') },
    untilStopped: () =>
      new Promise((stop) => {
        for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => stop());
      }),
  },
  process.argv.slice(2),
);
