import { expect, test } from '@jest/globals';
import { eventually } from '../support/eventually.ts';
import { aParticipant } from '../support/participant-client.ts';
import { aResponder, setUpFirst } from '../support/responder-client.ts';
import { startVeilleuse } from '../support/running-server.ts';

const uri = process.env.TEST_MONGODB_URI;

(uri ? test : test.skip)('the same conversation runs over MongoDB, through a kill -9', async () => {
  const database = `${uri}_${Date.now()}`;
  const first = await startVeilleuse({ MONGODB_URI: database });
  const cookie = await setUpFirst(first.url, first.setUpLink.split('#')[1] ?? '');
  const person = await aParticipant(first.url, { locale: 'en' });
  const ack = await person.say('I am going to kill myself tonight');
  expect(ack).toMatchObject({ ok: true });
  await first.kill();

  const second = await startVeilleuse({ MONGODB_URI: database, PORT: new URL(first.url).port });
  try {
    await eventually(
      'the answer',
      async () => (await person.turns()).handling === 'awaiting-responder',
      10_000,
    );
    const responder = await aResponder(second.url, cookie);
    const { escalations } = await responder.ask('queue:pull');
    expect(escalations).toMatchObject([
      { conversationId: person.conversationId, level: 'imminent' },
    ]);
    expect(await responder.ask('escalation:claim', { id: escalations[0].id })).toMatchObject({
      ok: true,
    });
    const { conversationId } = person;
    const turn = { conversationId, turnId: 'responder-turn-1', text: 'I am here.' };
    expect(await responder.ask('turn:send', turn)).toMatchObject({ ok: true });
    // What was said while the screen was away is pulled, not heard.
    const { turns } = await person.turns();
    expect(turns.at(-1)).toMatchObject({ author: 'responder', text: 'I am here.' });
    expect(await responder.ask('conversation:close', { conversationId })).toEqual({ ok: true });
    responder.close();
  } finally {
    person.close();
    await second.stop();
  }
});
