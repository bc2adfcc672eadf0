import { questionnaireFlow } from './compile-flow.ts';
import { AGES } from './flow.ts';
import { LANGUAGES, type Language } from './languages.ts';
import type { Item, Questionnaire, QuestionnaireFrame } from './questionnaire.ts';
import type { LoadedFlow, RunBranch, RunFlow, RunStep } from './run-flow.ts';
import type { Texts } from './texts.ts';

/**
 * A questionnaire as a flow that others call: verbatim, one item at a time, left at any of them;
 * what an item says can't wait is never kept for the end.
 */
export function compileQuestionnaire(
  questionnaire: Questionnaire,
  frame: QuestionnaireFrame,
  urgent: RunFlow['on-signal'],
): LoadedFlow {
  const { id, version, about, items, bands, times = 1 } = questionnaire;
  const spoken = languagesOf(questionnaire);
  const steps: Record<string, RunStep> = {
    start: { next: [...passedOver(questionnaire, spoken), { go: 'before' }] },
    before: { say: ['text', 'lead'], next: stepOf(items[0]) },
    ...Object.fromEntries(
      items.map((item, index) => [stepOf(item), asking(questionnaire, item, items[index + 1])]),
    ),
    total: {
      sum: {
        of: `${id}.`,
        times,
        bands: bands.map((band) => ({ upTo: band['up-to'], go: `band-${band.id}` })),
      },
    },
    ...Object.fromEntries(
      bands.map((band): [string, RunStep] => [
        `band-${band.id}`,
        { say: ['text', 'after'], return: true, result: band.id },
      ]),
    ),
    left: { say: 'text', return: true, result: 'left' },
    'not-for-them': { return: true, result: 'left' },
  };
  const flow: RunFlow = {
    schema: 'flow/1',
    id: questionnaireFlow(id),
    version,
    about,
    start: 'start',
    topic: items.map(stepOf),
    ...(urgent && { 'on-signal': urgent }),
    steps,
  };
  const texts = Object.fromEntries(
    LANGUAGES.map((language) => [
      language,
      spoken.includes(language) ? textsOf(questionnaire, frame, language) : {},
    ]),
  ) as Record<Language, Texts>;
  return { flow, texts };
}

/** The languages in which there is an official wording of all of it. */
export const languagesOf = ({ lead, answers, items }: Questionnaire): readonly Language[] =>
  LANGUAGES.filter((language) =>
    [lead, ...answers, ...items, ...items.flatMap((item) => item.answers ?? [])]
      .map((part) => (typeof part === 'object' && 'text' in part ? part.text : part))
      .every((text) => (text as Partial<Record<Language, string>>)[language] !== undefined),
  );

const stepOf = (item: Item | undefined): string => (item ? `item-${item.id}` : 'total');

/** Whom it wasn't made for, and whose language it doesn't speak. */
function passedOver({ ages }: Questionnaire, spoken: readonly Language[]): RunBranch[] {
  const others = AGES.filter((age) => age !== 'minor' && ages && !ages.includes(age));
  const fits = (age: string) => ages?.includes('minor') && (age === 'under-15' || age === '15-17');
  const excluded = others.filter((age) => !fits(age));
  const unspoken = LANGUAGES.filter((language) => !spoken.includes(language));
  return [
    ...(excluded.length > 0 ? [{ age: excluded, go: 'not-for-them' }] : []),
    ...(unspoken.length > 0 ? [{ language: unspoken, go: 'not-for-them' }] : []),
  ];
}

function asking({ id, answers }: Questionnaire, item: Item, following: Item | undefined): RunStep {
  const given = item.answers ?? answers;
  const ids = given.map((_, index) => `a${index}`);
  const { interrupts } = item;
  const urgent = ids.filter((_, index) => {
    const value = given[index]?.value ?? 0;
    return interrupts !== undefined && value >= interrupts['at-least'];
  });
  return {
    ask: 'choice',
    options: [...ids, 'stop'],
    tally: {
      key: `${id}.${item.id}`,
      values: Object.fromEntries(given.map(({ value }, index) => [`a${index}`, value])),
    },
    next: [
      ...(interrupts
        ? [
            {
              when: urgent,
              go: interrupts.go,
              leaves: true as const,
              ...(interrupts.raises && { raises: interrupts.raises }),
            },
          ]
        : []),
      { when: 'stop', go: 'left' },
      { go: stepOf(following) },
    ],
    unclear: 'left',
  };
}

function textsOf(
  { lead, items, answers, bands }: Questionnaire,
  frame: QuestionnaireFrame,
  language: Language,
): Texts {
  const stop = frame.stop[language] ?? '';
  const labels = (given: typeof answers) =>
    Object.fromEntries(given.map(({ text }, index) => [`a${index}`, text[language] ?? '']));
  return {
    before: { text: frame.before[language], lead: lead[language] },
    left: { text: frame.left[language] },
    ...Object.fromEntries(
      items.map((item) => [
        stepOf(item),
        { ask: item.text[language], options: { ...labels(item.answers ?? answers), stop } },
      ]),
    ),
    ...Object.fromEntries(
      bands.map((band) => [
        `band-${band.id}`,
        { text: band.text[language], after: frame.after[language] },
      ]),
    ),
  };
}
