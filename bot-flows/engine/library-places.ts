import { existsSync, readdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';

/** One folder of a library: where it lies, and how findings name it. */
export interface Spot {
  readonly path: string;
  readonly shown: string;
}

/** Where the parts of a library lie, by id. */
export interface LibraryPlaces {
  readonly flows: ReadonlyMap<string, Spot>;
}

/**
 * The parts of the library whose flows lie in `dir`.
 * @returns `null` when the folder isn't there.
 */
export function placesIn(dir: string): LibraryPlaces | null {
  const flows = foldersIn(dir, basename(resolve(dir)));
  return flows && { flows };
}

/**
 * What an author names: a library, or one or some flows of their own, which then are read
 * together with the library they belong to and stand in for those of the same name.
 * @returns `null` when nothing lies there.
 */
export function placesNamed(dir: string, library: string): LibraryPlaces | null {
  if (existsSync(join(dir, 'everywhere', 'flow.yaml'))) return placesIn(dir);
  const base = placesIn(library);
  const id = basename(resolve(dir));
  const own = existsSync(join(dir, 'flow.yaml'))
    ? new Map([[id, { path: dir, shown: id }]])
    : foldersIn(dir, id);
  if (!base || !own || own.size === 0) return null;
  return { flows: new Map([...base.flows, ...own].sort(([a], [b]) => (a < b ? -1 : 1))) };
}

function foldersIn(dir: string, shown: string): ReadonlyMap<string, Spot> | null {
  if (!existsSync(dir)) return null;
  const names = readdirSync(dir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
  return new Map(names.map((id) => [id, { path: join(dir, id), shown: `${shown}/${id}` }]));
}
