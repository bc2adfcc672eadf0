import { join } from 'node:path';
import type { Helplines } from '../helplines/helplines.ts';
import { checkRiskFlow, checkWording } from '../lint/check-wording.ts';
import { checkLibrary } from './check-library.ts';
import { checkPaths } from './check-paths.ts';
import { checkSteps } from './check-steps.ts';
import { checkNotices, checkTexts } from './check-texts.ts';
import { compileLibrary } from './compile-library.ts';
import { Flow } from './flow.ts';
import type { FlowSources } from './flow-sources.ts';
import { LANGUAGES, type Language, type Library } from './library.ts';
import type { LibraryContent } from './library-content.ts';
import { type LibraryPlaces, placesIn, type Spot } from './library-places.ts';
import { FlowsError, type Problem } from './problems.ts';
import { readYaml, type Source } from './read-yaml.ts';
import { Texts } from './texts.ts';
import { Words } from './words.ts';

/** Folders among the flows that hold none. */
const APART = ['notices', 'words'] as const;

export interface ReadFlows {
  /** `null` when something in it could leave a person without an answer. */
  readonly library: Library | null;
  readonly problems: readonly Problem[];
}

/**
 * Reads every flow under `dir`, with the notices and the words people use.
 * @throws {FlowsError} at start-up, with every problem there is, before anyone can meet one.
 */
export function loadFlows(dir: string, helplines: Helplines): Library {
  const { library, problems } = readFlows(placesIn(dir), helplines);
  if (problems.length > 0 || !library) throw new FlowsError(problems);
  return library;
}

/** As `loadFlows`, with the problems as a list. */
export function readFlows(places: LibraryPlaces | null, helplines: Helplines): ReadFlows {
  if (!places) return { library: null, problems: [NO_FOLDER] };
  const problems: Problem[] = [];
  const sources = new Map<string, FlowSources>();
  for (const [id, spot] of places.flows) {
    if ((APART as readonly string[]).includes(id)) continue;
    const flow = readPart(spot, 'flow.yaml', Flow, problems);
    const texts = readLanguages(spot, Texts, problems);
    if (flow && texts) sources.set(id, { flow, texts });
  }
  const [notices, words] = [
    readLanguages(places.flows.get('notices') ?? MISSING.notices, Texts, problems),
    readLanguages(places.flows.get('words') ?? MISSING.words, Words, problems),
  ];
  // Files that can't be read would make everything that names them look wrong as well.
  if (problems.length > 0 || !notices || !words) return { library: null, problems };

  for (const [id, source] of sources) {
    problems.push(...checkSteps(id, source, sources));
    problems.push(...checkTexts(source, helplines));
    problems.push(...checkWording(source.texts), ...checkRiskFlow(source));
  }
  problems.push(...checkNotices(notices, helplines), ...checkLibrary(sources));
  problems.push(...checkWording(notices));
  if (problems.length === 0) problems.push(...checkPaths(sources));
  if (problems.length > 0) return { library: null, problems };

  const content: LibraryContent = {
    schema: 'library/1',
    flows: Object.fromEntries(
      [...sources].map(([id, { flow, texts }]) => [id, { flow: flow.data, ...dataOf(texts) }]),
    ),
    notices: dataOf(notices),
    words: dataOf(words),
  };
  return { library: compileLibrary(content, helplines), problems };
}

const NO_FOLDER: Problem = {
  file: 'flows',
  line: 1,
  what: 'the folder of flows can’t be read',
  fix: 'Check that it is there',
};
const MISSING = {
  notices: { path: 'notices', shown: 'notices' },
  words: { path: 'words', shown: 'words' },
};

function readPart<T>(
  { path, shown }: Spot,
  name: string,
  schema: Parameters<typeof readYaml<T>>[2],
  problems: Problem[],
): Source<T> | null {
  return readYaml(join(path, name), `${shown}/${name}`, schema, problems);
}

function readLanguages<T>(
  spot: Spot,
  schema: Parameters<typeof readYaml<T>>[2],
  problems: Problem[],
): Record<Language, Source<T>> | null {
  const read = LANGUAGES.map(
    (language) => [language, readPart(spot, `${language}.yaml`, schema, problems)] as const,
  );
  if (read.some(([, source]) => source === null)) return null;
  return Object.fromEntries(read) as Record<Language, Source<T>>;
}

const dataOf = <T>(sources: Record<Language, Source<T>>): Record<Language, T> =>
  Object.fromEntries(LANGUAGES.map((language) => [language, sources[language].data])) as Record<
    Language,
    T
  >;
