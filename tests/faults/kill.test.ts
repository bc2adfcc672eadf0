import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { eventually } from '../support/eventually.ts';
import { aParticipant } from '../support/participant-client.ts';
import { aResponder, setUpFirst, signIn } from '../support/responder-client.ts';
import { aDataFolder, type RunningVeilleuse, startVeilleuse } from '../support/running-server.ts';

const ROUNDS = 20;
const folder = aDataFolder();
let server: RunningVeilleuse;

beforeAll(async () => {
  server = await startVeilleuse({ DATA_DIR: folder.dir });
  await setUpFirst(server.url, server.setUpLink.split('#')[1] ?? '');
});
afterAll(async () => {
  await server.stop();
  folder.remove();
});

test(`kill -9 at ${ROUNDS} points between acknowledgement and answer loses and doubles nothing`, async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const port = new URL(server.url).port;
    const person = await aParticipant(server.url);
    const ack = await person.say('Je vais me suicider ce soir, j’ai tout préparé.');
    expect(ack).toMatchObject({ ok: true });
    // From at once to well after the usual answer, so that every step is hit in some round.
    await new Promise((resolve) => setTimeout(resolve, (round % 10) * 6 + Math.random() * 6));
    await server.kill();

    server = await startVeilleuse({ DATA_DIR: folder.dir, PORT: port });
    const { turns } = await eventually(
      'the answer after the restart',
      async () => {
        const pulled = await person.turns(ack.ok ? ack.seq : 0);
        return pulled.handling === 'awaiting-responder' ? pulled : undefined;
      },
      10_000,
    );
    const said = turns.filter(({ author }) => author === 'bot').map(({ text }) => text);
    expect(said.length).toBeGreaterThan(0);
    expect(new Set(said).size).toBe(said.length);

    const responder = await aResponder(server.url, await signIn(server.url));
    const { escalations } = await responder.ask('queue:pull');
    const mine = escalations.filter(
      (one: { conversationId: string }) => one.conversationId === person.conversationId,
    );
    expect(mine).toMatchObject([{ level: 'imminent' }]);

    // The same client resends what it no longer knows was kept: nothing comes twice.
    const all = (await person.turns()).turns;
    const own = all.find(({ author }) => author === 'participant');
    await eventually('the connection', () => person.socket.connected, 10_000);
    expect(await person.say(own?.text ?? '', own?.turnId)).toEqual({ ok: true, seq: own?.seq });
    expect((await person.turns()).turns).toEqual(all);
    person.close();
    responder.close();
  }
}, 600_000);
