import { describe, expect, test } from '@jest/globals';
import { watchWrites } from '../../../../server/app/watch-writes.ts';
import { StorageUnavailableError } from '../../../../server/ports/conversation-store.ts';
import { createMemoryStores } from '../../../support/store-memory.ts';

function aWatchedStore() {
  const stores = createMemoryStores();
  const clock = { at: Date.parse('2026-11-24T12:00:00Z'), now: () => new Date(clock.at) };
  const writes = watchWrites(stores.conversations, clock);
  const write = () =>
    writes.conversations.appendParticipantTurn('nobody', {
      turnId: 'turn-0123456789',
      author: 'participant',
      text: 'bonsoir',
      at: clock.now(),
    });
  return { stores, clock, writes, write };
}

describe('a store that reads well', () => {
  test('is failing from a write that failed to one that was kept', async () => {
    const { stores, writes, write } = aWatchedStore();
    expect(writes.failing()).toBe(false);
    stores.away = true;
    await expect(write()).rejects.toThrow(StorageUnavailableError);
    expect(writes.failing()).toBe(true);
    stores.away = false;
    await write();
    expect(writes.failing()).toBe(false);
  });

  test('is tried again after a while, however the clock jumped', async () => {
    for (const jumpMs of [31_000, -31_000]) {
      const { stores, clock, writes, write } = aWatchedStore();
      stores.away = true;
      await expect(write()).rejects.toThrow(StorageUnavailableError);
      clock.at += jumpMs;
      expect(writes.failing()).toBe(false);
    }
  });
});
