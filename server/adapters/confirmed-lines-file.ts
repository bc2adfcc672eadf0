import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';

const Records = z.array(
  z.strictObject({
    id: z.string(),
    href: z.string(),
    by: z.string(),
    on: z.iso.date(),
  }),
);
export type ConfirmationRecord = z.infer<typeof Records>[number];

export class ConfirmedLinesError extends Error {
  override readonly name = 'ConfirmedLinesError';
}

/** Who confirmed which helpline, and when: one small file beside the data of the installation. */
export interface ConfirmedLinesFile {
  /** @throws {ConfirmedLinesError} when the file is there and can't be used. */
  read(): readonly ConfirmationRecord[];
  /** Replaces the file as a whole. */
  write(records: readonly ConfirmationRecord[]): void;
}

/** Another program may write the file meanwhile, `npm run admin` for one: it is read anew then. */
export function createConfirmedLinesFile(path: string): ConfirmedLinesFile {
  let seen: { readonly mtimeMs: number; readonly records: readonly ConfirmationRecord[] } | null =
    null;
  return {
    read() {
      const mtimeMs = statSync(path, { throwIfNoEntry: false })?.mtimeMs;
      if (mtimeMs === undefined) return [];
      if (seen?.mtimeMs !== mtimeMs) seen = { mtimeMs, records: parse(path) };
      return seen.records;
    },
    write(records) {
      mkdirSync(dirname(path), { recursive: true });
      const aside = `${path}.${process.pid}`;
      writeFileSync(aside, `${JSON.stringify(records, null, 2)}\n`, { mode: 0o600 });
      renameSync(aside, path);
      seen = null;
    },
  };
}

function parse(path: string): readonly ConfirmationRecord[] {
  try {
    return Records.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (cause) {
    throw new ConfirmedLinesError(
      `${path} can’t be used: mend it, or delete it and confirm the helplines again`,
      { cause },
    );
  }
}
