import type { LibrarySources, TextSources } from '../lint/flow-sources.ts';
import { LANGUAGES, type Language } from './languages.ts';
import type { InEveryLanguage, LibraryContent } from './library-content.ts';
import type { Source } from './read-yaml.ts';

/** What authors wrote, without where it stands. */
export function contentOf(sources: LibrarySources): LibraryContent {
  const {
    flows,
    notices,
    words,
    exercises,
    exerciseWords,
    questionnaires,
    questionnaireFrame,
    unread,
  } = sources;
  return {
    schema: 'library/1',
    flows: mapped(flows, ({ flow, texts }) => {
      const { reviewed: _, ...rest } = flow.data;
      return { flow: rest, ...textsOf(texts) };
    }),
    notices: textsOf(notices),
    words: dataOf(words),
    ...(exerciseWords && {
      exercises: {
        all: mapped(exercises, ({ exercise, texts }) => ({
          exercise: exercise.data,
          ...textsOf(texts),
        })),
        shared: textsOf(exerciseWords),
      },
    }),
    ...(questionnaireFrame && {
      questionnaires: {
        all: mapped(questionnaires, ({ data }) => data),
        frame: questionnaireFrame.data,
      },
    }),
    ...(unread && { unread: mapped(unread, ({ data }) => data) }),
  };
}

const mapped = <T, R>(parts: ReadonlyMap<string, T>, take: (part: T) => R): Record<string, R> =>
  Object.fromEntries([...parts].map(([id, part]) => [id, take(part)]));

const dataOf = <T>(sources: Readonly<Record<Language, Source<T>>>): Record<Language, T> =>
  Object.fromEntries(LANGUAGES.map((language) => [language, sources[language].data])) as Record<
    Language,
    T
  >;

const textsOf = (texts: TextSources): InEveryLanguage => dataOf(texts);
