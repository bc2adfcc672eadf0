import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

/** One part of a library: the folder or file in which it lies, and how findings name it. */
export interface Spot {
  readonly path: string;
  readonly shown: string;
}

/** Where the parts of a library lie, by id. */
export interface LibraryPlaces {
  readonly flows: ReadonlyMap<string, Spot>;
  readonly exercises: ReadonlyMap<string, Spot>;
  /** These are files. */
  readonly questionnaires: ReadonlyMap<string, Spot>;
}

/** What a folder of an author's own holds. */
const OWN = { flow: 'flow.yaml', exercise: 'exercise.yaml' } as const;
/** By this flow a folder is known to be a whole library. */
const WHOLE = 'everywhere';

/**
 * The parts of the library whose flows lie in `dir`, with the exercises and questionnaires beside.
 * @returns `null` when the folder isn't there.
 */
export function placesIn(dir: string): LibraryPlaces | null {
  if (!existsSync(dir)) return null;
  const beside = (name: string) => join(dirname(resolve(dir)), name);
  return {
    flows: foldersIn(dir),
    exercises: foldersIn(beside('exercises')),
    questionnaires: questionnairesIn(beside('questionnaires')),
  };
}

/**
 * What an author names: a library, or parts of their own, which then are read together with the
 * library they belong to and stand in for those of the same name. Parts are a flow, a folder of
 * flows, an exercise, or a folder that holds `flows`, `exercises` or `questionnaires`.
 * @returns `null` when nothing lies there.
 */
export function placesNamed(dir: string, library: string): LibraryPlaces | null {
  if (existsSync(join(dir, WHOLE, OWN.flow))) return placesIn(dir);
  const base = placesIn(library);
  const own = ownPlaces(dir);
  if (!base || Object.values(own).every((places) => places.size === 0)) return null;
  return {
    flows: joined(base.flows, own.flows),
    exercises: joined(base.exercises, own.exercises),
    questionnaires: joined(base.questionnaires, own.questionnaires),
  };
}

function ownPlaces(dir: string): LibraryPlaces {
  const itself = new Map([[basename(resolve(dir)), { path: dir, shown: basename(resolve(dir)) }]]);
  const none = new Map<string, Spot>();
  if (existsSync(join(dir, OWN.flow))) {
    return { flows: itself, exercises: none, questionnaires: none };
  }
  if (existsSync(join(dir, OWN.exercise))) {
    return { flows: none, exercises: itself, questionnaires: none };
  }
  const parts = ['flows', 'exercises', 'questionnaires'].map((name) => join(dir, name));
  const [flows = '', exercises = '', questionnaires = ''] = parts;
  if (!parts.some((part) => existsSync(part))) {
    return { flows: foldersIn(dir), exercises: none, questionnaires: none };
  }
  return {
    flows: foldersIn(flows),
    exercises: foldersIn(exercises),
    questionnaires: questionnairesIn(questionnaires),
  };
}

const joined = (base: ReadonlyMap<string, Spot>, own: ReadonlyMap<string, Spot>) =>
  new Map([...base, ...own].sort(([a], [b]) => (a < b ? -1 : 1)));

function foldersIn(dir: string): ReadonlyMap<string, Spot> {
  if (!existsSync(dir)) return new Map();
  const names = readdirSync(dir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  return spots(dir, names, '');
}

function questionnairesIn(dir: string): ReadonlyMap<string, Spot> {
  if (!existsSync(dir)) return new Map();
  const files = readdirSync(dir).filter((name) => /^[a-z0-9-]+\.yaml$/.test(name));
  return spots(
    dir,
    files.map((name) => name.replace('.yaml', '')),
    '.yaml',
  );
}

function spots(dir: string, names: readonly string[], ending: string): ReadonlyMap<string, Spot> {
  const root = basename(resolve(dir));
  return new Map(
    names
      .toSorted()
      .map((id) => [id, { path: join(dir, `${id}${ending}`), shown: `${root}/${id}${ending}` }]),
  );
}
