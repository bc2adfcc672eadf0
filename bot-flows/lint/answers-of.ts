import { EXERCISE_RESULTS } from '../engine/exercise.ts';
import type { Step } from '../engine/flow.ts';
import type { LibrarySources } from './flow-sources.ts';

/** What `when` may name at a step: options, or what an exercise or a questionnaire comes back with. */
export function answersOf(step: Step, library: LibrarySources): readonly string[] {
  if (step.exercise !== undefined) return EXERCISE_RESULTS;
  if (step.questionnaire !== undefined) {
    const bands = library.questionnaires.get(step.questionnaire)?.data.bands ?? [];
    return [...bands.map(({ id }) => id), 'left'];
  }
  if (step.offer !== undefined) return ['no'];
  return step.options ?? [];
}
