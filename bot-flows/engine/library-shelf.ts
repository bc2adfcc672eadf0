import { compileLibrary } from './compile-library.ts';
import { canonicalJson } from './content-hash.ts';
import { libraryOf } from './flow-state.ts';
import type { Library } from './library.ts';
import { LibraryContent } from './library-content.ts';

/** Where published libraries are kept, by their hash. */
export interface PublishedLibraries {
  /** @returns what `publishable` gave, or `null` when that version was never kept. */
  load(hash: string): Promise<string | null>;
}

/** Older versions at hand at once; conversations of the last days began on few. */
const MOST_OPEN = 6;

/** What is to be kept of a library under its `hash`. */
export const publishable = ({ content }: Library): string => canonicalJson(content);

/**
 * Finds the version a conversation began with.
 * @returns for a flow state its library; the newest when it names none, or one that is lost,
 *   can't be read any more or can't be reached now. Never rejects.
 */
export function createShelf(
  newest: Library,
  published?: PublishedLibraries,
): (flowState: string | null) => Promise<Library> {
  const open = new Map<string, Library>([[newest.hash, newest]]);

  async function fetch(hash: string): Promise<Library> {
    const json = (await published?.load(hash)) ?? null;
    const content = json === null ? null : LibraryContent.safeParse(JSON.parse(json));
    const library = content?.success ? compileLibrary(content.data, newest.helplines) : newest;
    open.set(hash, library);
    for (const old of open.keys()) {
      if (open.size <= MOST_OPEN) break;
      if (old !== newest.hash) open.delete(old);
    }
    return library;
  }

  return async (flowState) => {
    const hash = libraryOf(flowState);
    if (hash === undefined) return newest;
    return open.get(hash) ?? (await fetch(hash).catch(() => newest));
  };
}
