import { LANGUAGES, type Language } from '../engine/languages.ts';
import type { Source } from '../engine/read-yaml.ts';
import type { Texts } from '../engine/texts.ts';
import type { Bubble } from '../engine/wording.ts';
import type { TextSources } from './flow-sources.ts';

/** A text of ours inside a questionnaire's file: by name, its languages, and where it stands. */
export interface OwnText {
  readonly name: string;
  readonly text: Partial<Record<Language, Bubble>>;
  readonly path: readonly PropertyKey[];
}

/** Texts that stand in one file for all languages, as texts that the rules of wording read. */
export function ownTexts(
  { file, lineOf }: Pick<Source<unknown>, 'file' | 'lineOf'>,
  texts: readonly OwnText[],
): TextSources {
  const inLanguage = (language: Language): Source<Texts> => ({
    file,
    data: Object.fromEntries(
      texts
        .filter(({ text }) => text[language] !== undefined)
        .map(({ name, text }) => [name, { text: text[language] }]),
    ) as Texts,
    lineOf: ([name, , ...rest]) => {
      const found = texts.find((one) => one.name === name);
      return lineOf([...(found?.path ?? []), language, ...rest]);
    },
  });
  return Object.fromEntries(
    LANGUAGES.map((language) => [language, inLanguage(language)]),
  ) as TextSources;
}
