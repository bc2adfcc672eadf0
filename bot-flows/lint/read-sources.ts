import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Exercise, ExerciseTexts } from '../engine/exercise.ts';
import { Flow } from '../engine/flow.ts';
import { LANGUAGES, type Language } from '../engine/languages.ts';
import type { LibraryPlaces, Spot } from '../engine/library-places.ts';
import type { Problem } from '../engine/problems.ts';
import { Questionnaire, QuestionnaireFrame } from '../engine/questionnaire.ts';
import { readYaml, type Source } from '../engine/read-yaml.ts';
import { Texts } from '../engine/texts.ts';
import { UnreadTexts } from '../engine/unread-texts.ts';
import { Words } from '../engine/words.ts';
import type { ExerciseSources, FlowSources, LibrarySources } from './flow-sources.ts';

/** Folders among the flows that hold none. */
const NOTICES = 'notices';
const WORDS = 'words';
const UNREAD = 'unread';
/** What all exercises, and all questionnaires, have in common. */
export const SHARED = 'shared';

type Schema<T> = Parameters<typeof readYaml<T>>[2];

/** Reads every file of a library; `null`, and what is wrong, when one of them can't be read. */
export function readSources(places: LibraryPlaces, problems: Problem[]): LibrarySources | null {
  const flows = new Map<string, FlowSources>();
  for (const [id, spot] of places.flows) {
    if (id === NOTICES || id === WORDS || id === UNREAD) continue;
    const flow = readPart(spot, 'flow.yaml', Flow, problems);
    const texts = readLanguages(spot, Texts, problems);
    if (flow && texts) flows.set(id, { flow, texts });
  }
  const exercises = new Map<string, ExerciseSources>();
  for (const [id, spot] of places.exercises) {
    if (id === SHARED) continue;
    const exercise = readPart(spot, 'exercise.yaml', Exercise, problems);
    const texts = readLanguages(spot, ExerciseTexts, problems);
    if (exercise && texts) exercises.set(id, { exercise, texts });
  }
  const questionnaires = new Map<string, Source<Questionnaire>>();
  for (const [id, { path, shown }] of places.questionnaires) {
    if (id === SHARED) continue;
    const source = readYaml(path, shown, Questionnaire, problems);
    if (source) questionnaires.set(id, source);
  }
  const frame = places.questionnaires.get(SHARED) ?? missing('questionnaires/shared.yaml');
  const questionnaireFrame =
    questionnaires.size > 0
      ? readYaml(frame.path, frame.shown, QuestionnaireFrame, problems)
      : null;
  const exerciseWords =
    exercises.size > 0
      ? readLanguages(places.exercises.get(SHARED) ?? missing('exercises/shared'), Texts, problems)
      : null;
  const notices = readLanguages(places.flows.get(NOTICES) ?? missing(NOTICES), Texts, problems);
  const words = readLanguages(places.flows.get(WORDS) ?? missing(WORDS), Words, problems);
  if (!notices || !words) return null;
  const unread = readUnread(places.flows.get(UNREAD), problems);
  const called = { exercises, exerciseWords, questionnaires, questionnaireFrame };
  return { flows, notices, words, unread, ...called };
}

const missing = (shown: string): Spot => ({ path: shown, shown });

function readPart<T>({ path, shown }: Spot, name: string, schema: Schema<T>, problems: Problem[]) {
  return readYaml(join(path, name), `${shown}/${name}`, schema, problems);
}

function readLanguages<T>(
  spot: Spot,
  schema: Schema<T>,
  problems: Problem[],
): Record<Language, Source<T>> | null {
  const read = LANGUAGES.map(
    (language) => [language, readPart(spot, `${language}.yaml`, schema, problems)] as const,
  );
  if (read.some(([, source]) => source === null)) return null;
  return Object.fromEntries(read) as Record<Language, Source<T>>;
}

function readUnread(spot: Spot | undefined, problems: Problem[]) {
  if (!spot) return null;
  const languages = readdirSync(spot.path).filter((name) => /^[a-z]{2}\.yaml$/.test(name));
  const sources = languages.toSorted().map((name) => {
    const source = readPart(spot, name, UnreadTexts, problems);
    return [name.replace('.yaml', ''), source] as const;
  });
  const read = sources.flatMap(([language, source]) =>
    source ? [[language, source] as const] : [],
  );
  return read.length === sources.length ? new Map(read) : null;
}
