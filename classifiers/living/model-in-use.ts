import { isAbsolute, join, resolve } from 'node:path';
import { readModelHistory } from './model-history.ts';

export interface ModelInUse {
  readonly folder: string;
  /** Where promoted models are kept; null when `MODEL_DIR` names the model by hand. */
  readonly store: string | null;
  /** One line for an operator, when what was promoted can't be found. */
  readonly warning?: string;
}

export interface ModelPlaces {
  /** A folder named by hand; nothing else counts then. */
  readonly modelDir: string | null;
  /** What the installation keeps; promoted models lie in `models` below it. */
  readonly dataDir: string;
  /** The model that ships. */
  readonly shipped: string;
}

/**
 * Which model an installation runs: the one named by hand, else the one promoted last, else the
 * one that ships. A promoted model that has gone is no reason to run without any.
 */
export function modelInUse({ modelDir, dataDir, shipped }: ModelPlaces): ModelInUse {
  if (modelDir !== null) return { folder: modelDir, store: null };
  const store = join(dataDir, 'models');
  const history = readModelHistory(store);
  if (history.kind === 'unreadable') {
    return { folder: shipped, store, warning: `${history.reason}; the model that ships is used` };
  }
  const [promoted] = history.promoted;
  return { folder: promoted === undefined ? shipped : join(store, promoted), store };
}

/** The places as the environment names them. @param root where relative paths start. */
export function modelPlaces(
  env: Readonly<Record<string, string | undefined>>,
  root: string,
): ModelPlaces {
  const absolute = (path: string) => (isAbsolute(path) ? path : resolve(root, path));
  return {
    modelDir: env.MODEL_DIR ? absolute(env.MODEL_DIR) : null,
    dataDir: absolute(env.DATA_DIR || join('data', 'runtime')),
    shipped: join(root, 'data', 'models'),
  };
}
