import { EXERCISE_FRAME } from '../engine/exercise.ts';
import type { Problem } from '../engine/problems.ts';
import type { Helplines } from '../helplines/helplines.ts';
import { checkTexts, type NeededTexts } from './check-texts.ts';
import type { ExerciseSources, LibrarySources } from './flow-sources.ts';
import { reporter } from './reporter.ts';

/** What every exercise says to be tapped, by the kind of step. */
const SHARED_OPTIONS = new Map<string, NeededTexts>([
  ['step', { bubbles: [], options: ['next', 'stop'] }],
  ['after', { bubbles: [], options: ['better', 'same', 'worse'] }],
]);
/** Said before a question, at most. */
const MOST_BEFORE = 2;

/** That every step of an exercise has its texts, and is short enough to be done while reading. */
export function checkExercise(
  id: string,
  { exercise, texts }: ExerciseSources,
  { flows }: LibrarySources,
  helplines: Helplines,
): readonly Problem[] {
  const problems: Problem[] = [];
  const { data } = exercise;
  const report = reporter(exercise, problems);
  if (data.id !== id) {
    report(
      'id-unlike-folder',
      ['id'],
      `the id is "${data.id}"`,
      `Call it "${id}", like its folder`,
    );
  }
  for (const [index, step] of data.steps.entries()) {
    const isTaken = (EXERCISE_FRAME as readonly string[]).includes(step);
    if (!isTaken && data.steps.indexOf(step) === index) continue;
    report('reserved-id', ['steps', index], `a step is called "${step}"`, 'Give it another name');
  }
  if (data.breath && !data.steps.includes(data.breath.step)) {
    const what = `no step is called "${data.breath.step}"`;
    report('unknown-step', ['breath', 'step'], what, 'Name one of its steps');
  }
  for (const [index, flow] of (data['never-in'] ?? []).entries()) {
    if (flows.has(flow)) continue;
    report('unknown-step', ['never-in', index], `no flow is called "${flow}"`, 'Name a flow');
  }
  const needed = new Map<string, NeededTexts>();
  for (const step of [...EXERCISE_FRAME, ...data.steps]) {
    const own = Object.keys(texts.fr.data[step] ?? {}).filter((name) => name !== 'options');
    const asks = step !== 'start' && step !== 'left';
    const said = own.filter((name) => name !== 'ask');
    const bubbles = asks ? [...said, 'ask'] : said.length > 0 ? said : ['text'];
    needed.set(step, { bubbles, options: [] });
    if (said.length > MOST_BEFORE) {
      const what = `"${step}" says ${said.length} bubbles before it goes on`;
      reporter(texts.fr, problems)('too-many-bubbles', [step], what, `Say ${MOST_BEFORE} at most`);
    }
  }
  return [...problems, ...checkTexts(texts, needed, helplines)];
}

/** What is tapped in every exercise. */
export const checkExerciseWords = (
  words: LibrarySources['exerciseWords'],
  helplines: Helplines,
): readonly Problem[] => (words ? checkTexts(words, SHARED_OPTIONS, helplines) : []);
