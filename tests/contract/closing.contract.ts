import { expect, test } from '@jest/globals';
import type { Responder } from '../../server/domain/responder.ts';
import { aConversation, NOON } from '../support/builders.ts';
import { newId, type StoresUnderTest, turn } from './stores-under-test.ts';

/** After the end. */
export function describeClosing({ setUp }: StoresUnderTest): void {
  test('closed stores keep nothing and say so', async () => {
    const { stores, id, conversation } = await setUp();
    await stores.close();
    const { conversations, escalations, outbox, responders, reports, flows } = stores;
    const asked = [
      conversations.ping(),
      conversations.load(id),
      conversations.turnsAfter(id, 0, 9),
      conversations.create(aConversation({ id: newId('c') }), newId('token'), []),
      conversations.appendParticipantTurn(id, turn('p1')),
      conversations.commit({ conversation, turns: [] }),
      conversations.erase(id, newId('receipt'), NOON),
      conversations.purge(new Date(0)),
      escalations.open(),
      escalations.renewLease('e', 'r', NOON),
      outbox.due(NOON, 1),
      outbox.settle('o'),
      responders.count(),
      responders.add({ id: newId('r'), email: newId('mail') } as Responder),
      responders.closeSession('s'),
      reports.facts(NOON, NOON),
      flows.publish('h', '{}', NOON),
      flows.load('h'),
    ];
    for (const result of await Promise.allSettled(asked)) {
      expect(result).toMatchObject({
        status: 'rejected',
        reason: { name: 'StorageUnavailableError' },
      });
    }
    await stores.close();
  });
}
