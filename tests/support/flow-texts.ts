import { LANGUAGES, type Language } from '../../bot-flows/engine/languages.ts';
import { optionLabel, textsIn } from '../../bot-flows/engine/texts.ts';
import type { Bubble } from '../../bot-flows/engine/wording.ts';
import { realLibrary } from './flow-library.ts';

export interface AuthoredText {
  readonly language: Language;
  /** `flow.step.bubble`, for messages of a failing test. */
  readonly where: string;
  readonly text: string;
}

/** Published word for word: `questionnaires.test.ts` holds them to their source, and no rule of ours. */
const PUBLISHED = /^questionnaire-[^.]+\.(?:before\.lead|item-[^.]+\..*)$/;

/** Every sentence of ours a person can be shown: bubbles, labels, notices, in every variant. */
export const everyText = (): readonly AuthoredText[] =>
  shownTexts().filter(({ where }) => !PUBLISHED.test(where));

function shownTexts(): readonly AuthoredText[] {
  const { flows, notices } = realLibrary();
  const books = [
    ...[...flows.values()].map(({ flow, texts }) => ({ id: flow.id, texts })),
    { id: 'notices', texts: notices },
  ];
  return books.flatMap(({ id, texts }) =>
    LANGUAGES.flatMap((language) =>
      Object.entries(texts[language]).flatMap(([step, { options = {}, ...bubbles }]) => [
        ...Object.entries(bubbles).flatMap(([name, bubble]) =>
          textsIn(bubble as Bubble).map(({ text }) => ({
            language,
            where: `${id}.${step}.${name}`,
            text,
          })),
        ),
        ...Object.entries(options).flatMap(([name, option]) =>
          (['tu', 'vous'] as const).map((address) => ({
            language,
            where: `${id}.${step}.options.${name}`,
            text: optionLabel(option, address),
          })),
        ),
      ]),
    ),
  );
}
