import { createHash } from 'node:crypto';

/** What the frozen split names a row by, as `classifiers/training/data.py` counts it. */
export function rowHash([lang, , , , ...text]: readonly string[]): string {
  return createHash('sha256')
    .update(`${lang}\t${text.join(' ⏎ ')}`)
    .digest('hex')
    .slice(0, 20);
}
