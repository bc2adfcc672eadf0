import { describe, expect, test } from '@jest/globals';
import { receiveTurn } from '../../../../server/app/receive-turn.ts';
import { StorageUnavailableError } from '../../../../server/ports/conversation-store.ts';
import { aClassifier, aDialog, setUp } from '../../../support/app-under-test.ts';

const ID = 'turn-0001';

describe('receiving a turn', () => {
  test('keeps it, numbers it, and only then has it answered', async () => {
    const { deps, stores, open, queued } = setUp();
    const conversationId = await open();
    const outcome = await receiveTurn(deps, { conversationId, turnId: ID, text: 'bonsoir' });
    expect(outcome).toEqual({ kind: 'kept', seq: 2 });
    expect(await stores.conversations.pendingTurns(conversationId)).toHaveLength(1);
    expect(queued).toEqual([conversationId]);
  });

  test('gives a resend the same number, also after it was answered', async () => {
    const { deps, open, say } = setUp();
    const conversationId = await open();
    await say(conversationId, 'bonsoir', ID);
    const again = await receiveTurn(deps, { conversationId, turnId: ID, text: 'bonsoir' });
    expect(again).toEqual({ kind: 'kept', seq: 2 });
  });

  test('refuses an id that is used again for something else, and keeps the first', async () => {
    const { deps, stores, open, say } = setUp();
    const conversationId = await open();
    await say(conversationId, 'bonsoir', ID);
    const other = await receiveTurn(deps, { conversationId, turnId: ID, text: 'autre chose' });
    expect(other).toEqual({ kind: 'rejected', reason: 'id-reused' });
    expect((await stores.conversations.turnsAfter(conversationId, 1, 1))[0]?.text).toBe('bonsoir');
  });

  test('takes only a choice that is offered, by id or by its words', async () => {
    const says = [{ text: 'Question', choices: [{ id: 'yes', label: 'Oui' }] }];
    const { deps, stores, open, say } = setUp({ dialog: aDialog({ says }) });
    const conversationId = await open();
    await say(conversationId, 'bonsoir');
    const choose = (choice: string, turnId: string) =>
      receiveTurn(deps, { conversationId, turnId, choice });
    expect(await choose('maybe', 'turn-0002')).toMatchObject({ reason: 'choice-not-offered' });
    expect(await choose('yes', 'turn-0003')).toMatchObject({ kind: 'kept' });
    const [kept] = await stores.conversations.pendingTurns(conversationId);
    expect(kept).toMatchObject({ text: 'Oui', choice: 'yes' });
    // A resend after the question is gone is still a resend.
    await say(conversationId, 'encore');
    expect(await choose('yes', 'turn-0003')).toEqual({ kind: 'kept', seq: kept?.seq });
  });

  test('calls people all the same when danger can not be kept, once', async () => {
    const { deps, stores, open, notified } = setUp({
      classifier: aClassifier({ level: 'imminent' }),
    });
    const conversationId = await open();
    stores.away = true;
    for (const turnId of ['turn-0001', 'turn-0001']) {
      await expect(receiveTurn(deps, { conversationId, turnId, text: 'x' })).rejects.toBeInstanceOf(
        StorageUnavailableError,
      );
    }
    expect(notified).toMatchObject([{ level: 'imminent', conversationId }]);
  });
});
