import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const FILE = 'history.json';

/** `name@version`, which is also the name of its folder in the store. */
export const ModelName = z.string().regex(/^[\w][\w.@-]*$/, 'is no name of a model');

const History = z.strictObject({
  schema: z.literal('model-history/1'),
  /** Models promoted and not rolled back, the one in use first; none: the one that ships. */
  promoted: z.array(ModelName),
  /** Everything that was done, oldest first. */
  events: z.array(
    z.strictObject({
      at: z.string(),
      what: z.enum(['promoted', 'rolled-back']),
      model: ModelName,
    }),
  ),
});
export type History = z.infer<typeof History>;

export type ReadHistory =
  | ({ readonly kind: 'read' } & History)
  | { readonly kind: 'unreadable'; readonly reason: string };

const NONE: History = { schema: 'model-history/1', promoted: [], events: [] };

/**
 * Which models were promoted in a store. One whose folder has gone makes it `unreadable`, unless
 * the caller wants to know `evenWhenGone`.
 */
export function readModelHistory(
  store: string,
  { evenWhenGone = false }: { readonly evenWhenGone?: boolean } = {},
): ReadHistory {
  const path = join(store, FILE);
  if (!existsSync(path)) return { kind: 'read', ...NONE };
  try {
    const history = History.parse(JSON.parse(readFileSync(path, 'utf8')));
    const [current] = history.promoted;
    const gone = current !== undefined && !existsSync(join(store, current, 'manifest.json'));
    if (gone && !evenWhenGone) {
      return { kind: 'unreadable', reason: `${join(store, current)} has gone` };
    }
    return { kind: 'read', ...history };
  } catch {
    return { kind: 'unreadable', reason: `${path} can't be read` };
  }
}

/** Takes effect at once and wholly: written aside, then put in its place. */
export function writeModelHistory(store: string, history: History): void {
  mkdirSync(store, { recursive: true });
  const aside = join(store, `${FILE}.part-${process.pid}`);
  writeFileSync(aside, `${JSON.stringify(history, null, 2)}\n`, { flush: true });
  renameSync(aside, join(store, FILE));
}
