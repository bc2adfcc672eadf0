import { z } from 'zod';
import { Id } from './flow.ts';
import { Bubble, leavesOf, type Wording } from './wording.ts';

const Line = z.string().trim().min(1);
/** One text, or by how the person is spoken to. */
const Addressed = z.union([Line, z.strictObject({ tu: Line, vous: Line })]);

const Option = z.union([
  Addressed,
  z.strictObject({ label: Addressed, also: z.array(Line).optional() }),
]);
export type Option = z.infer<typeof Option>;

/** What one step says in one language: bubbles by name, the question as `ask`, the options. */
export const StepTexts = z
  .object({ options: z.record(Id, Option).optional() })
  .catchall(Bubble) as z.ZodType<StepTexts>;
export type StepTexts = { readonly options?: Record<string, Option> } & Record<string, unknown>;

export const Texts = z.record(Id, StepTexts);
export type Texts = z.infer<typeof Texts>;

export const bubbleOf = (texts: StepTexts | undefined, name: string): Bubble | undefined =>
  texts?.[name] as Bubble | undefined;

export const wordingsOf = (bubble: Bubble): readonly Wording[] =>
  Array.isArray(bubble) ? bubble : [bubble as Wording];

/** Every text a bubble can become, with its path in it. */
export function textsIn(
  bubble: Bubble,
): readonly { readonly text: string; readonly path: readonly PropertyKey[] }[] {
  if (!Array.isArray(bubble)) return leavesOf(bubble as Wording);
  return bubble.flatMap((wording: Wording, index) => leavesOf(wording, [index]));
}

export type Address = 'tu' | 'vous';

export function optionLabel(option: Option, address: Address): string {
  const label = typeof option === 'object' && 'label' in option ? option.label : option;
  return typeof label === 'string' ? label : label[address];
}

/** Everything that counts as choosing this option: both labels and the synonyms. */
export function optionWords(option: Option): readonly string[] {
  const also = typeof option === 'object' && 'label' in option ? (option.also ?? []) : [];
  return [optionLabel(option, 'tu'), optionLabel(option, 'vous'), ...also];
}

/** Names in braces, e.g. `site` in `Welcome to {site}.` */
export const placeholdersIn = (text: string): readonly string[] =>
  text.includes('{') ? [...text.matchAll(/\{([^}]*)\}/g)].map((match) => match[1] ?? '') : [];
