import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import type { Dialog, DialogContext, Occasion } from '../dialog.ts';
import { openAt } from '../engine/converse.ts';
import type { Library } from '../engine/library.ts';
import { readFlows } from '../engine/load-flows.ts';
import { FlowsError, problemLine } from '../engine/problems.ts';
import { type Helplines, HelplinesError, loadHelplines } from '../helplines/helplines.ts';
import { staleHelplines } from '../helplines/stale-helplines.ts';
import { matrix } from './matrix.ts';
import { play } from './play.ts';

export interface FlowCommandDeps {
  readonly flowsDir: string;
  readonly helplinesFile: string;
  readonly input: NodeJS.ReadableStream;
  readonly write: (text: string) => void;
  readonly complain: (line: string) => void;
  readonly now: () => Date;
  readonly createDialog: (source: { flows: Library }) => Dialog;
}

const USAGE =
  'usage: npm run flow -- lint | matrix | play FLOW [--lang fr|en] [--vous] [--away] [--country FR]';
class UsageError extends Error {}

/** @returns the exit status: 0, 1 when the flows have problems, 2 for bad usage. Never throws. */
export async function flowCommand(deps: FlowCommandDeps, args: readonly string[]): Promise<number> {
  try {
    const { positionals, values } = readArguments(args);
    const [what, id, ...rest] = positionals;
    const isKnown = what === 'lint' || what === 'matrix' || what === 'play';
    if (!isKnown || rest.length > 0 || (id !== undefined) !== (what === 'play')) {
      throw new UsageError(USAGE);
    }
    const helplines = loadHelplines(deps.helplinesFile);
    if (what === 'lint') return lint(deps, helplines);
    const { library, problems } = readFlows(deps.flowsDir, helplines);
    if (!library) throw new FlowsError(problems);
    if (what === 'matrix') deps.write(`${matrix(library)}\n`);
    else await playFlow(deps, library, id ?? '', contextOf(values));
    return 0;
  } catch (error) {
    const known = [UsageError, FlowsError, HelplinesError].some((kind) => error instanceof kind);
    deps.complain(known ? (error as Error).message : `flow: ${(error as Error).message}`);
    return error instanceof UsageError ? 2 : 1;
  }
}

function lint({ flowsDir, write, now }: FlowCommandDeps, helplines: Helplines): number {
  const { problems } = readFlows(flowsDir, helplines);
  for (const problem of problems) write(`${problemLine(problem).trim()}\n`);
  for (const { country, label, reason } of staleHelplines(helplines, now())) {
    write(`warning: helpline ${label} (${country}): ${reason}\n`);
  }
  write(problems.length === 0 ? 'No problem in the flows.\n' : `${problems.length} to mend.\n`);
  return problems.length === 0 ? 0 : 1;
}

async function playFlow(
  { input, write, createDialog }: FlowCommandDeps,
  library: Library,
  id: string,
  context: DialogContext,
): Promise<void> {
  const flow = library.flows.get(id)?.flow;
  if (!flow) {
    throw new UsageError(`no flow is called "${id}": use ${[...library.flows.keys()].join(', ')}`);
  }
  const occasions: readonly Occasion[] = ['passive', 'active', 'imminent'];
  const occasion = occasions.find((name) => flow.entries?.[name] !== undefined);
  const dialog = createDialog({ flows: library });
  const first = occasion
    ? await dialog.enter(occasion, null, context)
    : openAt(library, { flow: id, step: flow.start }, context);
  const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
  await play({ dialog, lines, write }, context, first);
}

type Values = ReturnType<typeof readArguments>['values'];

const contextOf = ({ lang, vous, away, country }: Values): DialogContext => ({
  locale: lang ?? 'fr',
  address: vous ? 'vous' : 'tu',
  siteName: 'Veilleuse',
  peopleAvailable: !away,
  country: country ?? 'FR',
});

function readArguments(args: readonly string[]) {
  try {
    const parsed = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        lang: { type: 'string' },
        country: { type: 'string' },
        vous: { type: 'boolean' },
        away: { type: 'boolean' },
      },
    });
    const { lang, country } = parsed.values;
    if (lang !== undefined && lang !== 'fr' && lang !== 'en') throw new Error('--lang is fr or en');
    if (country !== undefined && !/^[A-Z]{2}$/.test(country)) {
      throw new Error('--country is two capital letters, such as FR');
    }
    return parsed;
  } catch (cause) {
    throw new UsageError((cause as Error).message.split('\n')[0] ?? USAGE, { cause });
  }
}
