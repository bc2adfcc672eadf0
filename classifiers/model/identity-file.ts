import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

const Words = z.array(z.string().min(1)).min(1);
const IdentityFile = z.strictObject({
  schema: z.literal('identities/1'),
  language: z.enum(['fr', 'en']),
  ages: z.strictObject({
    as: z.string().regex(/^\d+$/, 'must be a number of years'),
    before: Words,
    after: z.array(z.string()).min(1),
  }),
  'said-of': Words,
  groups: z
    .array(
      z.strictObject({
        as: z.string().min(1),
        when: z.enum(['anywhere', 'of-someone']),
        words: Words,
      }),
    )
    .min(1),
});

/** One language's words for who somebody is: `data/identities/<language>.yaml`. */
export type IdentityFile = z.infer<typeof IdentityFile>;

/**
 * Reads every `*.yaml` of a folder, such as `data/identities`.
 *
 * @throws {Error} that names the file, the field and what it must be.
 */
export function loadIdentities(folder: string): readonly IdentityFile[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => {
      const parsed = IdentityFile.safeParse(parse(readFileSync(join(folder, name), 'utf8')));
      if (parsed.success) return parsed.data;
      const [issue] = parsed.error.issues;
      throw new Error(`${join(folder, name)}: ${issue?.path.join('.')}: ${issue?.message}`);
    });
}
