import { afterEach } from '@jest/globals';
import type { Conversation, NewTurn } from '../../server/domain/conversation.ts';
import type { ConversationChange } from '../../server/ports/conversation-store.ts';
import type { Stores } from '../../server/ports/stores.ts';
import { aConversation, NOON } from '../support/builders.ts';

export const CONTINUE = { kind: 'continue' } as const;
export const turn = (turnId: string, changes: Partial<NewTurn> = {}): NewTurn => ({
  turnId,
  author: 'participant',
  text: `text of ${turnId}`,
  at: NOON,
  ...changes,
});
export const said = (turnId: string) => turn(turnId, { author: 'bot' });

let ids = 0;
/** Ids of their own for each test, since a real server keeps what earlier tests wrote. */
export const newId = (what: string) => `${what}-${process.pid}-${Date.now()}-${++ids}`;

export type StoresUnderTest = ReturnType<typeof storesUnderTest>;

/** Opens the stores for each test, with a conversation in them, and closes them after it. */
export function storesUnderTest(open: () => Promise<Stores>) {
  let opened: Stores | undefined;
  afterEach(async () => {
    await opened?.close();
    opened = undefined;
  });

  async function setUp(changes: Partial<Conversation> = {}, opening: readonly NewTurn[] = []) {
    opened ??= await open();
    const stores = opened;
    const conversation = aConversation({ id: newId('c'), ...changes });
    const { id } = conversation;
    await stores.conversations.create(conversation, newId('token'), opening);
    const commit = async (change: Partial<ConversationChange> = {}) => {
      const now = await stores.conversations.load(id);
      if (!now) throw new Error('gone');
      return stores.conversations.commit({ conversation: now, turns: [], ...change });
    };
    const append = (turnId: string, given: Partial<NewTurn> = {}) =>
      stores.conversations.appendParticipantTurn(id, turn(turnId, given));
    const seqs = async (after = 0) =>
      (await stores.conversations.turnsAfter(id, after, 1000)).map(({ seq, turnId }) => [
        seq,
        turnId,
      ]);
    return { ...stores, stores, id, conversation, commit, append, seqs };
  }

  return { setUp };
}
