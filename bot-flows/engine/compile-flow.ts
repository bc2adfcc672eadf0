import { fullTarget, type Step } from './flow.ts';
import { LANGUAGES, type Language } from './languages.ts';
import type { FlowContent } from './library-content.ts';
import { branchesOf, type LoadedFlow, type RunStep } from './run-flow.ts';
import type { StepTexts, Texts } from './texts.ts';

export const exerciseFlow = (id: string): string => `exercise-${id}`;
export const questionnaireFlow = (id: string): string => `questionnaire-${id}`;
/** The entry of `everywhere` whose words `offer: person` uses where a step has none of its own. */
export const OFFER = 'offer';

/** Writes out what a flow says short. @param everywhere where the words of offers are found. */
export function compileFlow(
  { flow, fr, en }: FlowContent,
  everywhere: FlowContent | undefined,
): LoadedFlow {
  const person = fullTarget(flow.on?.person ?? 'everywhere.person', flow.id);
  const steps = Object.fromEntries(
    Object.entries(flow.steps).map(([id, step]) => [id, compileStep(step, person)]),
  );
  const offers = Object.keys(flow.steps).filter((id) => flow.steps[id]?.offer !== undefined);
  const own = { fr, en };
  const texts = Object.fromEntries(
    LANGUAGES.map((language) => [
      language,
      withOffers(own[language], offers, offerTexts(everywhere, language)),
    ]),
  ) as Record<Language, Texts>;
  return { flow: { ...flow, steps }, texts };
}

function compileStep(authored: Step, person: string): RunStep {
  const { helplines, exercise, questionnaire, offer, ...rest } = authored;
  const step: RunStep = helplines === undefined ? rest : { ...rest, show: helplines };
  if (exercise !== undefined)
    return { ...step, call: `${exerciseFlow(exercise)}.start`, awaits: true };
  if (questionnaire !== undefined) {
    return { ...step, call: `${questionnaireFlow(questionnaire)}.start`, awaits: true };
  }
  if (offer === undefined) return step;
  const others = branchesOf(step);
  return {
    ...step,
    ask: 'yes-no',
    options: ['yes', 'no'],
    next: [{ when: 'yes', go: person }, ...others],
    unclear: step.unclear ?? others.at(-1)?.go,
  };
}

const offerTexts = (everywhere: FlowContent | undefined, language: Language) =>
  everywhere?.[language][everywhere.flow.entries?.[OFFER] ?? ''];

function withOffers(texts: Texts, offers: readonly string[], words: StepTexts | undefined): Texts {
  if (offers.length === 0 || !words) return texts;
  return { ...texts, ...Object.fromEntries(offers.map((id) => [id, { ...words, ...texts[id] }])) };
}
