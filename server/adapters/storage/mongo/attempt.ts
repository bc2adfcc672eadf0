import { StorageUnavailableError } from '../../../ports/conversation-store.ts';
import { EmailTakenError } from '../../../ports/responder-store.ts';

/**
 * Does a piece of work and wraps what the driver throws: nothing of MongoDB shows outside. The
 * driver's message stays in the cause; it may quote a value.
 */
export async function attempt<R>(what: string, work: () => Promise<R>): Promise<R> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof EmailTakenError || cause instanceof StorageUnavailableError) throw cause;
    throw new StorageUnavailableError(`${what} failed in MongoDB`, { cause });
  }
}

/**
 * Refuses whatever could be read as an operator of the query language, and text that would
 * come back changed.
 */
export function plain(value: string): string {
  if (typeof value !== 'string' || !value.isWellFormed()) {
    throw new TypeError(`a ${typeof value} that can not be kept as it is`);
  }
  return value;
}

/** A unique field has this value already. */
export function isDuplicateKey(error: unknown): boolean {
  return (error as { code?: number } | null)?.code === 11_000;
}
