import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { matrix } from './author/matrix.ts';
import { play } from './author/play.ts';
import { createDialog } from './botkit/botkit-dialog.ts';
import type { DialogContext, Occasion } from './dialog.ts';
import { openAt } from './engine/converse.ts';
import { readFlows } from './engine/load-flows.ts';
import { FlowsError, problemLine } from './engine/problems.ts';
import { loadHelplines } from './helplines/helplines.ts';
import { staleHelplines } from './helplines/stale-helplines.ts';

const USAGE =
  'usage: npm run flow -- lint | matrix | play FLOW [--lang fr|en] [--vous] [--away] [--country FR]';
const FLOWS = join('bot-flows', 'flows');
const HELPLINES = join('data', 'helplines', 'helplines.json');

const write = (text: string) => process.stdout.write(text);
class UsageError extends Error {}

async function main(): Promise<number> {
  const { positionals, values } = readArguments();
  const [what, id, ...rest] = positionals;
  const needsId = what === 'play';
  if (rest.length > 0 || (id !== undefined) !== needsId) throw new UsageError(USAGE);
  if (what !== 'lint' && what !== 'play' && what !== 'matrix') throw new UsageError(USAGE);

  const helplines = loadHelplines(HELPLINES);
  const { library, problems } = readFlows(FLOWS, helplines);
  if (what === 'lint') {
    for (const problem of problems) write(`${problemLine(problem).trim()}\n`);
    for (const { country, label, reason } of staleHelplines(helplines, new Date())) {
      write(`warning: helpline ${label} (${country}): ${reason}\n`);
    }
    write(problems.length === 0 ? 'No problem in the flows.\n' : `${problems.length} to mend.\n`);
    return problems.length === 0 ? 0 : 1;
  }
  if (!library) throw new FlowsError(problems);
  if (what === 'matrix') {
    write(`${matrix(library)}\n`);
    return 0;
  }
  const flow = library.flows.get(id ?? '')?.flow;
  if (!flow) {
    throw new UsageError(`no flow is called "${id}": use ${[...library.flows.keys()].join(', ')}`);
  }
  const context: DialogContext = {
    locale: values.lang ?? 'fr',
    address: values.vous ? 'vous' : 'tu',
    siteName: 'Veilleuse',
    peopleAvailable: !values.away,
    country: values.country ?? 'FR',
  };
  const occasion = Object.keys(flow.entries ?? {}).find((name) =>
    ['passive', 'active', 'imminent'].includes(name),
  ) as Occasion | undefined;
  const lines = createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY });
  const dialog = createDialog({ flows: library });
  const first = occasion
    ? await dialog.enter(occasion, null, context)
    : openAt(library, { flow: flow.id, step: flow.start }, context);
  await play({ dialog, lines, write }, context, first);
  return 0;
}

function readArguments() {
  try {
    const { positionals, values } = parseArgs({
      allowPositionals: true,
      options: {
        lang: { type: 'string' },
        country: { type: 'string' },
        vous: { type: 'boolean' },
        away: { type: 'boolean' },
      },
    });
    const { lang, country } = values;
    if (lang !== undefined && lang !== 'fr' && lang !== 'en') throw new Error('--lang is fr or en');
    if (country !== undefined && !/^[A-Z]{2}$/.test(country)) {
      throw new Error('--country is two capital letters, such as FR');
    }
    return { positionals, values };
  } catch (cause) {
    throw new UsageError((cause as Error).message.split('\n')[0] ?? USAGE, { cause });
  }
}

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
