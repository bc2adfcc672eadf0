import type { Exercise } from '../engine/exercise.ts';
import type { Flow } from '../engine/flow.ts';
import type { Language } from '../engine/languages.ts';
import type { Questionnaire, QuestionnaireFrame } from '../engine/questionnaire.ts';
import type { Source } from '../engine/read-yaml.ts';
import type { Texts } from '../engine/texts.ts';
import type { UnreadTexts } from '../engine/unread-texts.ts';
import type { Words } from '../engine/words.ts';

/** Texts of one folder in every language, with their lines. */
export type TextSources = Readonly<Record<Language, Source<Texts>>>;

export interface FlowSources {
  readonly flow: Source<Flow>;
  readonly texts: TextSources;
}

export interface ExerciseSources {
  readonly exercise: Source<Exercise>;
  readonly texts: TextSources;
}

/** Everything authors wrote, with where each part stands, for the checks. */
export interface LibrarySources {
  readonly flows: ReadonlyMap<string, FlowSources>;
  readonly notices: TextSources;
  readonly words: Readonly<Record<Language, Source<Words>>>;
  readonly exercises: ReadonlyMap<string, ExerciseSources>;
  /** What is tapped in every exercise; missing where there are none. */
  readonly exerciseWords: TextSources | null;
  readonly questionnaires: ReadonlyMap<string, Source<Questionnaire>>;
  readonly questionnaireFrame: Source<QuestionnaireFrame> | null;
  /** By the language they are in; missing where nobody wrote any. */
  readonly unread: ReadonlyMap<string, Source<UnreadTexts>> | null;
}
