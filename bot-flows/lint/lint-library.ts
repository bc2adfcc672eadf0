import type { Problem } from '../engine/problems.ts';
import type { Helplines } from '../helplines/helplines.ts';
import { checkCalled } from './check-called.ts';
import { checkExercise, checkExerciseWords } from './check-exercises.ts';
import { checkFrame } from './check-frame.ts';
import { checkLibrary } from './check-library.ts';
import { checkMemory } from './check-memory.ts';
import { checkQuestionnaire } from './check-questionnaires.ts';
import { checkRiskFlow } from './check-risk-flow.ts';
import { checkSteps } from './check-steps.ts';
import { checkFlowTexts, checkNotices } from './check-texts.ts';
import { checkUnread } from './check-unread.ts';
import type { LibrarySources } from './flow-sources.ts';
import { lintSpoken, lintTexts } from './lint-texts.ts';

/** Everything wrong with a library that can be read, but for its paths. */
export function lintLibrary(library: LibrarySources, helplines: Helplines): readonly Problem[] {
  const problems: Problem[] = [];
  for (const [id, flow] of library.flows) {
    problems.push(
      ...checkSteps(id, flow, library),
      ...checkMemory(flow, library),
      ...checkCalled(id, flow, library),
      ...checkFlowTexts(flow, library, helplines),
      ...checkRiskFlow(flow),
      ...lintSpoken(flow.texts),
    );
  }
  for (const [id, exercise] of library.exercises) {
    problems.push(
      ...checkExercise(id, exercise, library, helplines),
      ...lintSpoken(exercise.texts),
    );
  }
  for (const [id, questionnaire] of library.questionnaires) {
    problems.push(...checkQuestionnaire(id, questionnaire, library));
  }
  problems.push(
    ...checkLibrary(library),
    ...checkNotices(library.notices, helplines),
    ...lintTexts(library.notices),
    ...checkExerciseWords(library.exerciseWords, helplines),
    ...(library.exerciseWords ? lintTexts(library.exerciseWords) : []),
    ...checkFrame(library.questionnaireFrame),
    ...checkUnread(library.unread),
  );
  return problems;
}
