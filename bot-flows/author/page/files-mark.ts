import { createHash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { LibraryPlaces } from '../../engine/library-places.ts';

/**
 * Another text after every change of what authors write: a file saved, added, renamed or gone.
 * Asked for again and again rather than told by the system, which misses changes in shared folders
 * and those of editors that put a new file in the old one's place.
 */
export function filesMark(places: LibraryPlaces | null, ...others: readonly string[]): string {
  const hash = createHash('sha256');
  for (const path of [...filesIn(places), ...others]) {
    const stat = statSync(path, { throwIfNoEntry: false });
    hash.update(`${path}\0${stat?.size ?? ''}\0${stat?.mtimeMs ?? ''}\0`);
  }
  return hash.digest('hex').slice(0, 16);
}

function* filesIn(places: LibraryPlaces | null): Generator<string> {
  for (const spots of Object.values(places ?? {}) as LibraryPlaces[keyof LibraryPlaces][]) {
    for (const { path } of spots.values()) {
      if (path.endsWith('.yaml')) yield* [path, path.replace(/\.yaml$/, '.signatures.yaml')];
      else yield* yamlIn(path);
    }
  }
}

/** A folder may be gone between two looks. */
function yamlIn(dir: string): readonly string[] {
  try {
    const names = readdirSync(dir).filter((name) => name.endsWith('.yaml'));
    return names.sort().map((name) => join(dir, name));
  } catch {
    return [dir];
  }
}
