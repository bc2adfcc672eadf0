import { type History, readModelHistory, writeModelHistory } from './model-history.ts';

/**
 * Takes the model promoted last out of use: the one before it is used from the next start on, at
 * last the one that ships. Its folder stays, so that it can be looked at.
 *
 * @returns the model taken out of use, and the one in use now (null: the one that ships).
 * @throws {Error} when nothing was promoted.
 */
export function rollbackModel(
  store: string,
  now: Date,
): { readonly out: string; readonly current: string | null } {
  const history = readModelHistory(store, { evenWhenGone: true });
  if (history.kind === 'unreadable') {
    throw new Error(`${history.reason}; remove it by hand: the model that ships is used`);
  }
  const [out, ...promoted] = history.promoted;
  if (out === undefined) throw new Error('no model was promoted: the one that ships is in use');
  const next: History = {
    schema: history.schema,
    promoted,
    events: [...history.events, { at: now.toISOString(), what: 'rolled-back', model: out }],
  };
  writeModelHistory(store, next);
  return { out, current: promoted[0] ?? null };
}
