import type { Dialog, DialogContext } from '../../dialog.ts';
import type { Library } from '../../engine/library.ts';
import { type LibraryPlaces, placesIn, placesNamed } from '../../engine/library-places.ts';
import { readFlows } from '../../engine/load-flows.ts';
import { FlowsError } from '../../engine/problems.ts';
import { loadHelplines } from '../../helplines/helplines.ts';

/** What the commands need from outside. */
export interface FlowCommandDeps {
  readonly flowsDir: string;
  readonly helplinesFile: string;
  /** Where the files lie with which a new flow begins. */
  readonly newFlowDir: string;
  /** Where written conversations lie. */
  readonly transcriptsDir: string;
  readonly input: NodeJS.ReadableStream;
  readonly write: (text: string) => void;
  readonly complain: (line: string) => void;
  readonly now: () => Date;
  readonly createDialog: (source: { flows: Library }) => Dialog;
  /** The repository's `web-widget`, and where its scripts were built: for the author's page. */
  readonly web: { readonly sourceDir: string; readonly builtDir: string };
  /** Settles once the command is to end. */
  readonly untilStopped: () => Promise<void>;
}

/** What was typed after the command's name. */
export interface Asked {
  readonly ids: readonly string[];
  readonly context: DialogContext;
  /** A folder instead of the flows that ship, or beside them. */
  readonly dir: string | undefined;
  readonly role: string | undefined;
  readonly name: string | undefined;
  readonly port: number | undefined;
}

export interface Command {
  readonly usage: string;
  /** How many names it takes. */
  readonly ids: { readonly least: number; readonly most: number };
  /** @returns the exit status. */
  run(deps: FlowCommandDeps, asked: Asked): Promise<number> | number;
}

export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/**
 * The flows a command is about, with all that is wrong with them.
 * @throws {UsageError} when the folder that was named holds none.
 * @throws {HelplinesError}
 */
export function readAsked(
  { flowsDir, helplinesFile }: Pick<FlowCommandDeps, 'flowsDir' | 'helplinesFile'>,
  dir: string | undefined,
) {
  const helplines = loadHelplines(helplinesFile);
  const places = dir === undefined ? placesIn(flowsDir) : placesNamed(dir, flowsDir);
  if (!places) throw new UsageError(`no flows lie in "${dir ?? flowsDir}"`);
  return { ...readFlows(places, helplines), places, helplines };
}

/** As `readAsked`. @throws {FlowsError} when anything is wrong with them. */
export function libraryAsked(
  deps: FlowCommandDeps,
  dir: string | undefined,
): { readonly library: Library; readonly places: LibraryPlaces } {
  const { library, places, problems } = readAsked(deps, dir);
  if (!library) throw new FlowsError(problems);
  return { library, places };
}

/** As `readAsked`, faults and all. @throws {FlowsError} when its files can't be read. */
export function draftAsked(deps: FlowCommandDeps, dir: string | undefined): Library {
  const { draft, problems } = readAsked(deps, dir);
  if (!draft) throw new FlowsError(problems);
  return draft;
}
