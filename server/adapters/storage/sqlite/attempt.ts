import { StorageUnavailableError } from '../../../ports/conversation-store.ts';
import { EmailTakenError } from '../../../ports/responder-store.ts';

/**
 * Does a piece of work and wraps what the driver throws: nothing of SQLite shows outside. The
 * driver's message stays in the cause; it may quote a value.
 */
export async function attempt<R>(what: string, work: () => R | Promise<R>): Promise<R> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof EmailTakenError) throw cause;
    throw new StorageUnavailableError(`${what} failed in the embedded store`, { cause });
  }
}
