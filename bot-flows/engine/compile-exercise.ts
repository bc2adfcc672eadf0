import { exerciseFlow } from './compile-flow.ts';
import type { Exercise } from './exercise.ts';
import { LANGUAGES, type Language } from './languages.ts';
import type { ExerciseContent, InEveryLanguage } from './library-content.ts';
import type { LoadedFlow, RunFlow, RunStep } from './run-flow.ts';
import type { StepTexts, Texts } from './texts.ts';

/**
 * An exercise as a flow that others call. At every step any words go on, and "stop" leaves.
 * @param shared the words that are tapped.
 * @param urgent what can't wait, even now.
 */
export function compileExercise(
  { exercise, fr, en }: ExerciseContent,
  shared: InEveryLanguage,
  urgent: RunFlow['on-signal'],
): LoadedFlow {
  const { id, version, about, steps } = exercise;
  const own = { fr, en };
  const texts = Object.fromEntries(
    LANGUAGES.map((language) => [language, textsOf(exercise, own[language], shared[language])]),
  ) as Record<Language, Texts>;
  const flow: RunFlow = {
    schema: 'flow/1',
    id: exerciseFlow(id),
    version,
    about,
    start: 'start',
    topic: [...steps, 'after'],
    ...(urgent && { 'on-signal': urgent }),
    steps: {
      start: { say: bubblesOf(fr.start), next: steps[0] ?? 'after' },
      ...Object.fromEntries(
        steps.map((step, index) => [step, doing(exercise, index, bubblesOf(fr[step]))]),
      ),
      after: {
        ask: 'open',
        options: ['better', 'same', 'worse'],
        next: [
          ...['better', 'same', 'worse'].map((when) => ({ when, go: `is-${when}` })),
          { go: 'is-done' },
        ],
      },
      left: { say: bubblesOf(fr.left), return: true, result: 'left' },
      'is-better': { return: true, result: 'better' },
      'is-same': { return: true, result: 'same' },
      'is-worse': { return: true, result: 'worse' },
      'is-done': { return: true },
    },
  };
  return { flow, texts };
}

function doing({ steps, breath }: Exercise, index: number, say: string[] | undefined): RunStep {
  return {
    say,
    ask: 'open',
    options: ['next', 'stop'],
    next: [{ when: 'stop', go: 'left' }, { go: steps[index + 1] ?? 'after' }],
    ...(breath && breath.step === steps[index] && { breath: paceOf(breath) }),
  };
}

const paceOf = ({ in: inward, out, times }: NonNullable<Exercise['breath']>) => ({
  in: inward,
  out,
  times,
});

/** Bubbles said before the question, if any, in the order in which they are written. */
function bubblesOf(texts: StepTexts | undefined): string[] | undefined {
  const names = Object.keys(texts ?? {}).filter((name) => name !== 'ask' && name !== 'options');
  return names.length > 0 ? names : undefined;
}

function textsOf({ steps }: Exercise, own: Texts, shared: Texts): Texts {
  const stepOptions = shared.step?.options ?? {};
  const doing = steps.map((step) => [step, { ...own[step], options: stepOptions }]);
  const after = { ...own.after, options: shared.after?.options ?? {} };
  return { ...own, ...Object.fromEntries(doing), after };
}
