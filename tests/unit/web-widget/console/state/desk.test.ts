import { describe, expect, test } from '@jest/globals';
import { createDesk } from '../../../../../web-widget/console/state/desk.ts';
import type { Ask, DeskListener } from '../../../../../web-widget/console/state/desk-link.ts';
import { aCase, aConversationWire, aReadTurn } from '../../../../support/console-wires.ts';

const SAM = { id: 'sam', name: 'Sam' };
const MINE = aCase({ claimedBy: SAM });

/** A desk whose server answers what the test says, and whose clock the test moves. */
function setUp(answers: Partial<Record<Ask, (payload: never) => unknown>> = {}) {
  const asked: { event: Ask; payload: Record<string, unknown> }[] = [];
  const timers: (() => void)[] = [];
  const server = {
    'queue:pull': () => ({ ok: true, escalations: [MINE], you: SAM }),
    'conversation:pull': () => ({ ok: true, conversation: aConversationWire([]) }),
    ...answers,
  } as unknown as Record<string, (payload: unknown) => unknown>;
  let listener: DeskListener | undefined;
  let connects = 0;
  let session: 'yes' | 'no' | 'unknown' = 'yes';
  let ids = 0;
  const desk = createDesk(
    {
      openLink(heard) {
        listener = heard;
        return {
          async ask(event, payload) {
            asked.push({ event, payload: payload as Record<string, unknown> });
            return (server[event]?.(payload) ?? { ok: true }) as never;
          },
          connect: () => {
            connects += 1;
          },
          close: () => undefined,
        };
      },
      hasSession: async () => session,
      newId: () => `id-${++ids}`,
      later(_delayMs, run) {
        timers.push(run);
        return () => undefined;
      },
    },
    SAM,
  );
  if (!listener) throw new Error('the desk opened no link');
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  return {
    desk,
    server,
    listener,
    settle,
    sent: (event: Ask) => asked.filter((each) => each.event === event).map((each) => each.payload),
    connects: () => connects,
    endSession: () => {
      session = 'no';
    },
    async runTimers() {
      for (const run of timers.splice(0)) run();
      await settle();
    },
  };
}

async function online(answers?: Parameters<typeof setUp>[0]) {
  const test = setUp(answers);
  test.listener.online();
  await test.settle();
  return test;
}

describe('the desk', () => {
  test('reads the queue whenever it is connected again', async () => {
    const { desk, listener, sent, settle } = await online();
    expect(desk.state().cases.get('case-1')).toEqual(MINE);
    listener.offline();
    expect(desk.state().link).toBe('offline');
    listener.online();
    await settle();
    expect(sent('queue:pull')).toHaveLength(2);
  });

  test('sends a text again with the same id until the server has kept it', async () => {
    let tries = 0;
    const { desk, sent, settle, runTimers } = await online({
      'turn:send': () => (++tries < 3 ? { ok: false, error: 'unavailable' } : { ok: true, seq: 1 }),
    });
    desk.draft('talk-1', 'Bonsoir.');
    desk.send('talk-1');
    await settle();
    expect(desk.state().talks.get('talk-1')?.outgoing).toMatchObject([{ state: 'retrying' }]);
    await runTimers();
    await runTimers();
    expect(desk.state().talks.get('talk-1')?.outgoing).toMatchObject([{ state: 'kept' }]);
    expect(new Set(sent('turn:send').map(({ turnId }) => turnId))).toEqual(new Set(['id-1']));
  });

  test('never sends the second sentence before the first is kept', async () => {
    let reachable = false;
    const { desk, sent, settle, runTimers } = await online({
      'turn:send': () => (reachable ? { ok: true, seq: 1 } : { ok: false, error: 'unavailable' }),
    });
    for (const text of ['Un.', 'Deux.']) {
      desk.draft('talk-1', text);
      desk.send('talk-1');
    }
    await settle();
    expect(sent('turn:send').every(({ text }) => text === 'Un.')).toBe(true);
    reachable = true;
    await runTimers();
    expect(sent('turn:send').at(-1)).toMatchObject({ text: 'Deux.' });
  });

  test('gives a text back, with the reason, when somebody else has the case', async () => {
    const { desk, settle } = await online({ 'turn:send': () => ({ ok: false, error: 'busy' }) });
    desk.draft('talk-1', 'Bonsoir.');
    desk.send('talk-1');
    await settle();
    expect(desk.state().talks.get('talk-1')).toMatchObject({ draft: 'Bonsoir.', problem: 'taken' });
  });

  test('sends nothing into a case that this responder does not have', async () => {
    const { desk, sent, settle } = await online({
      'queue:pull': () => ({ ok: true, escalations: [aCase()], you: SAM }),
    });
    desk.draft('talk-1', 'Bonsoir.');
    desk.send('talk-1');
    await settle();
    expect(sent('turn:send')).toEqual([]);
    expect(desk.state().talks.get('talk-1')?.draft).toBe('Bonsoir.');
  });

  test('shows the loser of a race who has the case', async () => {
    const lou = { id: 'lou', name: 'Lou' };
    const { desk, server, settle } = await online({
      'queue:pull': () => ({ ok: true, escalations: [aCase()], you: SAM }),
      'escalation:claim': () => ({ ok: false, error: 'busy' }),
    });
    server['queue:pull'] = () => ({ ok: true, escalations: [aCase({ claimedBy: lou })], you: SAM });
    await desk.claim('case-1');
    await settle();
    expect(desk.state().cases.get('case-1')?.claimedBy).toEqual(lou);
    expect(desk.state().talks.get('talk-1')?.problem).toBe('taken');
  });

  test('asks for what it missed, from the last turn that is settled', async () => {
    const { desk, server, listener, sent, settle } = await online({
      'conversation:pull': () => ({
        ok: true,
        conversation: aConversationWire([aReadTurn({ seq: 1 })]),
      }),
    });
    desk.open('talk-1');
    await settle();
    server['conversation:pull'] = () => ({
      ok: true,
      conversation: aConversationWire([aReadTurn({ seq: 2 }), aReadTurn({ seq: 3 })]),
    });
    listener.turnHeard(aReadTurn({ seq: 3 }));
    await settle();
    expect(sent('conversation:pull').at(-1)).toEqual({ conversationId: 'talk-1', after: 1 });
    expect(
      desk
        .state()
        .talks.get('talk-1')
        ?.turns.map(({ seq }) => seq),
    ).toEqual([1, 2, 3]);
  });

  test('forgets a conversation that is no longer anybody’s to read', async () => {
    const { desk, server, settle } = await online({
      'conversation:pull': () => ({
        ok: true,
        conversation: aConversationWire([aReadTurn({ seq: 1 })]),
      }),
    });
    desk.open('talk-1');
    await settle();
    server['conversation:pull'] = () => ({ ok: false, error: 'closed' });
    desk.refresh();
    await settle();
    expect(desk.state().talks.get('talk-1')).toMatchObject({
      about: null,
      turns: [],
      problem: 'gone',
    });
  });

  test('asks to sign in again when the session is over, and keeps what was written', async () => {
    const { desk, listener, endSession, settle, connects } = await online();
    desk.draft('talk-1', 'Bonsoir.');
    endSession();
    listener.offline();
    listener.turnedAway();
    await settle();
    expect(desk.state().link).toBe('signed-out');
    expect(desk.hasUnsentWords()).toBe(true);
    desk.reconnect();
    expect(connects()).toBe(1);
    expect(desk.state().talks.get('talk-1')?.draft).toBe('Bonsoir.');
  });

  test('tries again by itself when it was turned away with a session that still holds', async () => {
    const { desk, listener, settle, runTimers, connects } = await online();
    listener.turnedAway();
    await settle();
    await runTimers();
    expect(connects()).toBe(1);
    expect(desk.state().link).not.toBe('signed-out');
  });
});
