import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { verifyModel } from '../model/manifest.ts';
import { ModelName, readModelHistory, writeModelHistory } from './model-history.ts';

export interface PromoteOptions {
  readonly candidate: string;
  /** Where promoted models are kept. */
  readonly store: string;
  /** Asked once the candidate is known to be whole; rejects, or gives the reasons against it. */
  readonly reasonsAgainst: () => Promise<readonly string[]>;
  readonly now: Date;
}

export type Promotion =
  | { readonly kind: 'promoted'; readonly model: string }
  /** Nothing was changed: the model in use stays in use. */
  | { readonly kind: 'refused'; readonly reasons: readonly string[] };

/**
 * Makes a candidate the model in use from the next start on. Whatever goes wrong on the way, or
 * however it ends, the model in use before stays as it is: the candidate is copied aside and
 * verified there, and the last step is one rename.
 */
export async function promoteModel(options: PromoteOptions): Promise<Promotion> {
  const { candidate, store, reasonsAgainst, now } = options;
  const refused = (...reasons: string[]) => ({ kind: 'refused', reasons }) as const;
  const verified = await verifyModel(candidate);
  if (verified.kind === 'refused') return refused(verified.reason);
  const { name, version, files } = verified.manifest;
  const model = `${name}@${version}`;
  if (!ModelName.safeParse(model).success) return refused(`"${model}" can't name a folder`);
  const history = readModelHistory(store);
  if (history.kind === 'unreadable') {
    return refused(`${history.reason}; npm run model -- rollback, then try again`);
  }
  if (history.promoted.includes(model)) return refused(`${model} was promoted already`);
  const reasons = await reasonsAgainst();
  if (reasons.length > 0) return refused(...reasons);

  const aside = join(store, `${model}.part-${process.pid}`);
  const place = join(store, model);
  try {
    for (const file of [...Object.keys(files), 'manifest.json']) {
      mkdirSync(dirname(join(aside, file)), { recursive: true });
      copyFileSync(join(candidate, file), join(aside, file));
    }
    const copied = await verifyModel(aside);
    if (copied.kind === 'refused') return refused(copied.reason);
    // Left from before it was rolled back; what was just verified takes its place.
    if (existsSync(place)) rmSync(place, { recursive: true });
    renameSync(aside, place);
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
  const { kind: _kind, ...kept } = history;
  writeModelHistory(store, {
    ...kept,
    promoted: [model, ...history.promoted],
    events: [...history.events, { at: now.toISOString(), what: 'promoted', model }],
  });
  return { kind: 'promoted', model };
}
