import type { Helplines } from '../helplines/helplines.ts';
import { checkPaths } from '../lint/check-paths.ts';
import { lintLibrary } from '../lint/lint-library.ts';
import { readSources } from '../lint/read-sources.ts';
import type { RuleId } from '../lint/rule-book.ts';
import { compileLibrary } from './compile-library.ts';
import { contentOf } from './content-of.ts';
import type { Library } from './library.ts';
import { type LibraryPlaces, placesIn } from './library-places.ts';
import { FlowsError, type Problem, problemBy } from './problems.ts';

export interface ReadFlows {
  /** `null` when something in it could leave a person without an answer. */
  readonly library: Library | null;
  /** What can be read of it, faults and all: for authors to look at, never for anybody else. */
  readonly draft: Library | null;
  readonly problems: readonly Problem[];
}

/**
 * Reads every flow under `dir`, with the notices, the words people use, the exercises and the
 * questionnaires beside.
 * @throws {FlowsError} at start-up, with every problem there is, before anyone can meet one.
 */
export function loadFlows(dir: string, helplines: Helplines): Library {
  const { library, problems } = readFlows(placesIn(dir), helplines);
  if (problems.length > 0 || !library) throw new FlowsError(problems);
  return library;
}

/** As `loadFlows`, with the problems as a list. */
export function readFlows(places: LibraryPlaces | null, helplines: Helplines): ReadFlows {
  if (!places) return { library: null, draft: null, problems: [NO_FOLDER] };
  const problems: Problem[] = [];
  const sources = readSources(places, problems);
  // Files that can't be read would make everything that names them look wrong as well.
  if (problems.length > 0 || !sources) return { library: null, draft: null, problems };
  problems.push(...lintLibrary(sources, helplines));
  const draft = compileLibrary(contentOf(sources), helplines);
  // Ways can be followed once every step they name is there.
  const broken = problems.some(({ rule }) => BREAKS_WAYS.includes(rule as RuleId));
  if (!broken) problems.push(...checkPaths(draft, sources.flows));
  return { library: problems.length > 0 ? null : draft, draft, problems };
}

const BREAKS_WAYS: readonly RuleId[] = [
  'unknown-step',
  'unknown-exercise',
  'unknown-questionnaire',
  'id-unlike-folder',
];

const NO_FOLDER = problemBy(
  'no-folder',
  { file: 'flows', line: 1 },
  'the folder of flows can’t be read',
  'Check that it is there',
);
