import { join } from 'node:path';
import { contentHash } from '../engine/content-hash.ts';
import type { LibraryContent } from '../engine/library-content.ts';
import type { LibraryPlaces } from '../engine/library-places.ts';

/** One text that is read, reviewed and signed as a whole. */
export interface Signable {
  /** As `npm run flow -- sign` takes it: the name of its folder. */
  readonly id: string;
  readonly hash: string;
  /** The file with its signatures, beside it; how messages name it. */
  readonly file: { readonly path: string; readonly shown: string };
}

/** Everything in a library that two people have to answer for, by id. */
export function signables(content: LibraryContent, places: LibraryPlaces): readonly Signable[] {
  const { flows, notices, words } = content;
  return Object.entries({ ...flows, notices, words }).flatMap(([id, part]) => {
    const spot = places.flows.get(id);
    if (!spot) return [];
    const file = { path: join(spot.path, NAME), shown: `${spot.shown}/${NAME}` };
    return [{ id, hash: contentHash(part), file }];
  });
}

const NAME = 'signatures.yaml';
