import { LANGUAGES, type Language } from '../engine/languages.ts';
import type { Source } from '../engine/read-yaml.ts';
import { optionLabel, type Texts, textsIn } from '../engine/texts.ts';
import type { Bubble } from '../engine/wording.ts';
import type { TextSources } from './flow-sources.ts';

/** One sentence group that a person may be shown, and where it stands. */
export interface TextPart {
  readonly language: Language;
  readonly source: Source<Texts>;
  readonly path: readonly PropertyKey[];
  readonly text: string;
  readonly kind: 'bubble' | 'question' | 'label';
}

const known = new WeakMap<TextSources, readonly TextPart[]>();

/** Every text of a folder, in every language and variant. */
export function textParts(texts: TextSources): readonly TextPart[] {
  const parts =
    known.get(texts) ?? LANGUAGES.flatMap((language) => partsOf(language, texts[language]));
  known.set(texts, parts);
  return parts;
}

function partsOf(language: Language, source: Source<Texts>): readonly TextPart[] {
  const common = { language, source };
  return Object.entries(source.data).flatMap(([step, { options = {}, ...bubbles }]) => [
    ...Object.entries(bubbles).flatMap(([name, raw]) => {
      const kind = name === 'ask' ? ('question' as const) : ('bubble' as const);
      return textsIn(raw as Bubble).map(({ text, path }) => ({
        ...common,
        kind,
        text,
        path: [step, name, ...path],
      }));
    }),
    ...Object.entries(options).flatMap(([id, option]) => {
      const labels = new Set((['tu', 'vous'] as const).map((one) => optionLabel(option, one)));
      const path = [step, 'options', id];
      return [...labels].map((text) => ({ ...common, kind: 'label' as const, text, path }));
    }),
  ]);
}

/** What is said in the person's own language: without what stands in brackets for others. */
export const ownWords = (text: string): string => text.replace(/\([^)]*\)/g, '');

/** Without what others are quoted as saying, either. */
export const unquoted = (text: string): string => ownWords(text).replace(/«[^»]*»|“[^”]*”/g, '');
