import { z } from 'zod';
import type { DialogContext } from '../dialog.ts';

/** What a wording may depend on, and the names by which texts tell the cases apart. */
const VARIANTS = {
  address: ['tu', 'vous'],
  people: ['available', 'away'],
  hours: ['open', 'closed', 'holiday'],
  age: ['minor', 'under-15', '15-17', '18-25', 'adult', 'senior'],
  handling: ['with-bot', 'awaiting-responder'],
} as const;
type Dimension = keyof typeof VARIANTS;
/** In every other case. */
const ELSE = 'else';

/** One text, or one for each case; cases may hold cases of another kind. */
export type Wording = string | { readonly [variant: string]: Wording };

/** What is known of the person and the house when something is said. */
export type Speaking = Pick<
  DialogContext,
  'address' | 'peopleAvailable' | 'hours' | 'ageBand' | 'handling'
>;

/** One wording, or several: the first at the first time, the others in turn at repetition. */
export type Bubble = Wording | readonly Wording[];
export const Bubble = z.unknown().transform((value, context) => {
  const faults = Array.isArray(value)
    ? value.flatMap((wording, index) => faultsOf(wording, [index]))
    : faultsOf(value);
  const none = Array.isArray(value) && value.length === 0;
  for (const { path, message } of none ? [NO_WORDING] : faults) {
    context.addIssue({ code: 'custom', path: [...path], message });
  }
  if (none || faults.length > 0) return z.NEVER;
  return Array.isArray(value) ? value.map(trimmed) : trimmed(value as Wording);
}) as unknown as z.ZodType<Bubble>;

const trimmed = (wording: Wording): Wording =>
  typeof wording === 'string'
    ? wording.trim()
    : Object.fromEntries(Object.entries(wording).map(([name, inner]) => [name, trimmed(inner)]));

const NO_WORDING: Fault = { path: [], message: 'write at least one text' };

interface Fault {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

function faultsOf(value: unknown, path: readonly PropertyKey[] = []): readonly Fault[] {
  if (typeof value === 'string') {
    return value.trim() === '' ? [{ path, message: 'the text is empty' }] : [];
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return [{ path, message: 'write a text between quotes' }];
  }
  const names = Object.keys(value);
  const dimension = dimensionOf(names);
  const unknown = names.find((name) => name !== ELSE && !isVariant(name));
  if (unknown !== undefined) {
    return [{ path: [...path, unknown], message: `no variant is called "${unknown}"` }];
  }
  const lacking = dimension ? lackingIn(dimension, names) : 'one kind of variant at a time';
  return [
    ...(lacking ? [{ path, message: lacking }] : []),
    ...Object.entries(value).flatMap(([name, inner]) => faultsOf(inner, [...path, name])),
  ];
}

const isVariant = (name: string): boolean =>
  Object.values(VARIANTS).some((names) => (names as readonly string[]).includes(name));

function dimensionOf(names: readonly string[]): Dimension | undefined {
  const told = names.filter((name) => name !== ELSE);
  return (Object.keys(VARIANTS) as Dimension[]).find(
    (dimension) =>
      told.length > 0 &&
      told.every((name) => (VARIANTS[dimension] as readonly string[]).includes(name)),
  );
}

/** What is missing so that every case has a text. */
function lackingIn(dimension: Dimension, names: readonly string[]): string | null {
  if (names.includes(ELSE)) return null;
  if (dimension === 'age') return `give "${ELSE}", for who hasn’t told their age`;
  const needed = VARIANTS[dimension].filter((name) => name !== 'holiday');
  const missing = needed.filter((name) => !names.includes(name));
  return missing.length === 0 ? null : `give "${missing.join('" and "')}" too, or "${ELSE}"`;
}

/** The one text that a wording holds for this person, now. */
export function resolveWording(wording: Wording, speaking: Speaking): string {
  if (typeof wording === 'string') return wording;
  const dimension = dimensionOf(Object.keys(wording)) ?? 'address';
  const name = casesOf(dimension, speaking).find((one) => wording[one] !== undefined) ?? ELSE;
  const inner = wording[name] ?? Object.values(wording)[0] ?? '';
  return resolveWording(inner, speaking);
}

/** The names that fit, the closest first. */
export function casesOf(dimension: Dimension, speaking: Speaking): readonly string[] {
  const { address, peopleAvailable, hours, ageBand, handling } = speaking;
  switch (dimension) {
    case 'address':
      return [address];
    case 'people':
      return [peopleAvailable ? 'available' : 'away'];
    case 'hours': {
      const now = hours ?? (peopleAvailable ? 'open' : 'closed');
      return now === 'holiday' ? ['holiday', 'closed'] : [now];
    }
    case 'age':
      return ageBand ? [ageBand, ...(isMinor(ageBand) ? ['minor'] : [])] : [];
    case 'handling':
      return [handling ?? 'with-bot'];
  }
}

export const isMinor = (ageBand: DialogContext['ageBand']): boolean =>
  ageBand === 'under-15' || ageBand === '15-17';

/** Every text a wording can become, with the names that lead to it. */
export function leavesOf(
  wording: Wording,
  path: readonly PropertyKey[] = [],
): readonly { readonly text: string; readonly path: readonly PropertyKey[] }[] {
  if (typeof wording === 'string') return [{ text: wording, path }];
  return Object.entries(wording).flatMap(([name, inner]) => leavesOf(inner, [...path, name]));
}

/** What a wording depends on, such as `people`. */
export const variantsIn = (wording: Wording): readonly string[] =>
  typeof wording === 'string'
    ? []
    : [dimensionOf(Object.keys(wording)) ?? '', ...Object.values(wording).flatMap(variantsIn)];
