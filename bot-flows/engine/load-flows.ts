import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
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
import { FlowsError, type Problem } from './problems.ts';
import { readYaml, type Source } from './read-yaml.ts';
import { Texts } from './texts.ts';
import { Words } from './words.ts';

const NOTICES = 'notices';
const WORDS = 'words';

/**
 * Reads every flow under `dir`, with the notices and the words people use.
 * @throws {FlowsError} at start-up, with every problem there is, before anyone can meet one.
 */
export function loadFlows(dir: string, helplines: Helplines): Library {
  const { library, problems } = readFlows(dir, helplines);
  if (problems.length > 0 || !library) throw new FlowsError(problems);
  return library;
}

/** As `loadFlows`, with the problems as a list. */
export function readFlows(
  dir: string,
  helplines: Helplines,
): { readonly library: Library | null; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const root = basename(dir);
  const folders = foldersOf(dir, root, problems);
  const sources = new Map<string, FlowSources>();
  for (const id of folders.filter((name) => name !== NOTICES && name !== WORDS)) {
    const path = join(dir, id, 'flow.yaml');
    const flow = readYaml(path, `${root}/${id}/flow.yaml`, Flow, problems);
    const texts = readLanguages(dir, root, id, Texts, problems);
    if (flow && texts) sources.set(id, { flow, texts });
  }
  const notices = readLanguages(dir, root, NOTICES, Texts, problems);
  const words = readLanguages(dir, root, WORDS, Words, problems);
  // Files that can't be read would make everything that names them look wrong as well.
  if (problems.length > 0 || !notices || !words) return { library: null, problems };

  for (const [id, source] of sources) {
    problems.push(...checkSteps(id, source, sources));
    problems.push(...checkTexts(source, helplines));
    problems.push(...checkWording(source.texts), ...checkRiskFlow(source));
  }
  problems.push(...checkNotices(notices, helplines), ...checkLibrary(sources, root));
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

function foldersOf(dir: string, root: string, problems: Problem[]): string[] {
  try {
    return readdirSync(dir, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name)
      .sort();
  } catch {
    const what = 'the folder of flows can’t be read';
    problems.push({ file: root, line: 1, what, fix: 'Check that it is there' });
    return [];
  }
}

function readLanguages<T>(
  dir: string,
  root: string,
  id: string,
  schema: Parameters<typeof readYaml<T>>[2],
  problems: Problem[],
): Record<Language, Source<T>> | null {
  const read = LANGUAGES.map((language) => {
    const name = `${language}.yaml`;
    return [
      language,
      readYaml(join(dir, id, name), `${root}/${id}/${name}`, schema, problems),
    ] as const;
  });
  if (read.some(([, source]) => source === null)) return null;
  return Object.fromEntries(read) as Record<Language, Source<T>>;
}

const dataOf = <T>(sources: Record<Language, Source<T>>): Record<Language, T> =>
  Object.fromEntries(LANGUAGES.map((language) => [language, sources[language].data])) as Record<
    Language,
    T
  >;
