/**
 * Keeps every version of the flows that was ever published, so that a conversation finishes on
 * the one it began with, whichever process answers it.
 */
export interface FlowStore {
  /**
   * Keeps a version under its hash. Publishing it again changes nothing.
   *
   * @throws {StorageUnavailableError} when it can't be kept.
   */
  publish(hash: string, content: string, at: Date): Promise<void>;

  /**
   * @returns the content as it was published, or `null` when that version never was.
   * @throws {StorageUnavailableError} when the store can't be read.
   */
  load(hash: string): Promise<string | null>;
}
