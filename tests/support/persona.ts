import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { AGE_BANDS } from '../../server/domain/conversation.ts';

const PERSONAS_DIR = join(__dirname, '..', 'personas');

/**
 * What an author says of one message. `passive`, `active`, `imminent`: it shows this much danger
 * for the writer. `other`, `other-now`: for somebody else. `method`: asks for means. `who`: asks
 * whether a program speaks. `denies`: says that it isn't so. `aside`: another matter altogether.
 */
const MARKS = [
  'passive',
  'active',
  'imminent',
  'other',
  'other-now',
  'method',
  'who',
  'denies',
  'aside',
] as const;
export type Mark = (typeof MARKS)[number];

const Said = z.union([
  z.string().min(1),
  z.strictObject({ say: z.string().min(1), mark: z.enum(MARKS) }),
]);
const Persona = z.strictObject({
  language: z.enum(['fr', 'en']),
  age: z.enum(AGE_BANDS),
  address: z.enum(['tu', 'vous']),
  team: z.enum(['available', 'away']),
  /** How they write. */
  style: z.string().min(1),
  /** The most that is shown of their own danger; `other` when it is another person's. */
  risk: z.enum(['none', 'distress', 'passive', 'active', 'imminent', 'other']),
  /** How they take what is said to them. */
  reaction: z.string().min(1),
  says: z.array(Said).min(12).max(30),
});

export interface Persona extends Omit<z.infer<typeof Persona>, 'says'> {
  readonly id: string;
  readonly says: readonly { readonly text: string; readonly mark?: Mark }[];
}

/** The scripted people of `tests/personas`. @throws when a file isn't as it should be. */
export function allPersonas(): readonly Persona[] {
  return readdirSync(PERSONAS_DIR)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => {
      const { says, ...persona } = Persona.parse(
        parse(readFileSync(join(PERSONAS_DIR, name), 'utf8')),
      );
      return {
        ...persona,
        id: basename(name, '.yaml'),
        says: says.map((said) =>
          typeof said === 'string' ? { text: said } : { text: said.say, mark: said.mark },
        ),
      };
    });
}
