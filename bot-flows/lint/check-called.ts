import { isAboutDanger } from '../engine/flow.ts';
import type { Problem } from '../engine/problems.ts';
import type { FlowSources, LibrarySources } from './flow-sources.ts';
import { reporter } from './reporter.ts';

/** That exercises and questionnaires a flow goes through are there, and in their place. */
export function checkCalled(
  id: string,
  { flow }: FlowSources,
  { exercises, questionnaires }: LibrarySources,
): readonly Problem[] {
  const problems: Problem[] = [];
  const report = reporter(flow, problems);
  for (const [name, step] of Object.entries(flow.data.steps)) {
    const { exercise, questionnaire } = step;
    if (exercise !== undefined) {
      const path = ['steps', name, 'exercise'];
      const found = exercises.get(exercise)?.exercise.data;
      if (!found) {
        const fix = oneOf(exercises, 'exercises');
        report('unknown-exercise', path, `no exercise is called "${exercise}"`, fix);
      } else if (isAboutDanger(flow.data) || found['never-in']?.includes(id)) {
        const what = `"${exercise}" is offered in "${id}"`;
        report('exercise-out-of-place', path, what, 'Offer a person, or go on listening');
      }
    }
    if (questionnaire !== undefined && !questionnaires.has(questionnaire)) {
      const fix = oneOf(questionnaires, 'questionnaires');
      const path = ['steps', name, 'questionnaire'];
      report('unknown-questionnaire', path, `no questionnaire is called "${questionnaire}"`, fix);
    }
  }
  return problems;
}

const oneOf = (known: ReadonlyMap<string, unknown>, folder: string): string =>
  known.size === 0 ? `Write it in ${folder}/` : `Use one of: ${[...known.keys()].join(', ')}`;
