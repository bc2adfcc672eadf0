import type { Helplines } from '../helplines/helplines.ts';
import { contentHash } from './content-hash.ts';
import type { Library, LoadedFlow } from './library.ts';
import type { LibraryContent } from './library-content.ts';

/** Makes what authors wrote ready to be said, with the helplines of today. */
export function compileLibrary(content: LibraryContent, helplines: Helplines): Library {
  const flows = new Map<string, LoadedFlow>(
    Object.entries(content.flows).map(([id, { flow, fr, en }]) => [
      id,
      { flow, texts: { fr, en } },
    ]),
  );
  const { notices, words } = content;
  return { hash: contentHash(content), content, flows, notices, words, helplines };
}
