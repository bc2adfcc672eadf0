import type { Library } from '../../engine/library.ts';
import { type LibraryPlaces, placesIn, placesNamed } from '../../engine/library-places.ts';
import { FlowsError, type Problem } from '../../engine/problems.ts';
import { type FlowCommandDeps, readAsked } from '../commands/command.ts';
import { filesMark } from './files-mark.ts';

/** What lies on an author's desk: the library as it stands on disk, faults and all. */
export interface Look {
  readonly mark: string;
  /** The last that could be read. */
  readonly draft: Library;
  readonly places: LibraryPlaces;
  readonly problems: readonly Problem[];
  /** False when `draft` is of before the last change. */
  readonly isCurrent: boolean;
}

export interface Desk {
  /** As the files were when they were last looked through. */
  look(): Look;
  /** Whether a file changed since. */
  isStale(): boolean;
  /** Reads again, which takes a second or two; from then on it is as the files are now. */
  refresh(): void;
}

type DeskDeps = Pick<FlowCommandDeps, 'flowsDir' | 'helplinesFile'>;

/**
 * Reads a library and keeps what could last be read of it, so that a slip in one file doesn't
 * take everything away.
 * @throws {UsageError | FlowsError | HelplinesError} when nothing can be read to begin with.
 */
export function createDesk(deps: DeskDeps, dir: string | undefined): Desk {
  const mark = () => {
    const { flowsDir, helplinesFile } = deps;
    const places = dir === undefined ? placesIn(flowsDir) : placesNamed(dir, flowsDir);
    return filesMark(places, helplinesFile);
  };
  // Taken before reading: what changes meanwhile is then read once more.
  const first = mark();
  const { draft, places, problems } = readAsked(deps, dir);
  if (!draft) throw new FlowsError(problems);
  /** As before when a folder went while it was looked through: the next look will tell. */
  const markNow = () => {
    try {
      return mark();
    } catch {
      return look.mark;
    }
  };
  let look: Look = { mark: first, draft, places, problems, isCurrent: true };

  return {
    look: () => look,
    isStale: () => markNow() !== look.mark,
    refresh() {
      const now = markNow();
      look = { ...again(deps, dir, look), mark: now };
    },
  };
}

function again(deps: DeskDeps, dir: string | undefined, last: Look): Omit<Look, 'mark'> {
  try {
    const { draft, places, problems } = readAsked(deps, dir);
    return { draft: draft ?? last.draft, places, problems, isCurrent: draft !== null };
  } catch {
    // The folder or the list of helplines can't be read just now: it is being written.
    return { ...last, isCurrent: false };
  }
}
