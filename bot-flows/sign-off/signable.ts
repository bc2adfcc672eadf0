import { join } from 'node:path';
import { contentHash } from '../engine/content-hash.ts';
import type { LibraryContent } from '../engine/library-content.ts';
import type { LibraryPlaces, Spot } from '../engine/library-places.ts';

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
  const { flows, notices, words, exercises, questionnaires, unread } = content;
  const inFolder = (id: string, spot: Spot | undefined, part: unknown): Signable[] => {
    if (!spot) return [];
    const file = { path: join(spot.path, NAME), shown: `${spot.shown}/${NAME}` };
    return [{ id, hash: contentHash(part), file }];
  };
  const besideFile = (id: string, spot: Spot | undefined, part: unknown): Signable[] => {
    if (!spot) return [];
    const named = (of: string) => of.replace(/\.yaml$/, `.${NAME}`);
    const file = { path: named(spot.path), shown: named(spot.shown) };
    return [{ id, hash: contentHash(part), file }];
  };
  return [
    ...Object.entries({ ...flows, notices, words, ...(unread && { unread }) }).flatMap(
      ([id, part]) => inFolder(id, places.flows.get(id), part),
    ),
    ...Object.entries({
      ...exercises?.all,
      ...(exercises && { shared: exercises.shared }),
    }).flatMap(([id, part]) => inFolder(`exercises/${id}`, places.exercises.get(id), part)),
    ...Object.entries({
      ...questionnaires?.all,
      ...(questionnaires && { shared: questionnaires.frame }),
    }).flatMap(([id, part]) =>
      besideFile(`questionnaires/${id}`, places.questionnaires.get(id), part),
    ),
  ];
}

const NAME = 'signatures.yaml';
