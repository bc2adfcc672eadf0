import { z } from 'zod';
import { Id } from './flow.ts';

const Line = z.string().trim().min(1);
/** One sentence group, by how the person is spoken to; languages without the difference use a string. */
const Addressed = z.union([Line, z.strictObject({ tu: Line, vous: Line })]);
/** … and by whether somebody of the team is there. */
const Wording = z.union([Addressed, z.strictObject({ available: Addressed, away: Addressed })]);
export type Wording = z.infer<typeof Wording>;

/** One wording, or several: the first at the first time, the others in turn at repetition. */
export const Bubble = z.union([Wording, z.array(Wording).min(1)]);
export type Bubble = z.infer<typeof Bubble>;

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
  Array.isArray(bubble) ? bubble : [bubble];

export type Address = 'tu' | 'vous';
export type People = 'available' | 'away';

/** The one string a wording holds for this address and these people. */
export function resolveWording(wording: Wording, address: Address, people: People): string {
  if (typeof wording === 'string') return wording;
  if ('tu' in wording) return wording[address];
  const inner = wording[people];
  return typeof inner === 'string' ? inner : inner[address];
}

/** Every string a wording can become, for checks. */
export function allVariants(wording: Wording): readonly string[] {
  const found = (['tu', 'vous'] as const).flatMap((address) =>
    (['available', 'away'] as const).map((people) => resolveWording(wording, address, people)),
  );
  return [...new Set(found)];
}

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
  [...text.matchAll(/\{([^}]*)\}/g)].map((match) => match[1] ?? '');
