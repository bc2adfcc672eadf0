import { describe, expect, test } from '@jest/globals';
import type { AckError } from '../../../../../server/protocol/acks.ts';
import type { TurnSend } from '../../../../../server/protocol/participant-protocol.ts';
import type { HandlingWire, TurnWire } from '../../../../../server/protocol/turn-wire.ts';
import type { ChatLinkEvents } from '../../../../../web-widget/embed/state/chat-link.ts';
import { createChatSession } from '../../../../../web-widget/embed/state/chat-session.ts';
import { createTokenStore } from '../../../../../web-widget/embed/state/token-store.ts';
import { heldTimers } from '../../../../support/held-timers.ts';

/** A service in memory; the test decides what reaches it and what comes back. */
function setting() {
  const timers = heldTimers();
  const service = {
    reachable: true,
    answers: true,
    refuses: null as AckError | null,
    tokens: new Map<string, TurnWire[]>(),
    handling: 'with-bot' as HandlingWire,
    sent: [] as TurnSend[],
    events: null as ChatLinkEvents | null,
    connected: false,
  };
  const kept = new Map<string, string>();
  let ids = 0;

  const say = (token: string, text: string, author: TurnWire['author'], turnId = `b${++ids}`) => {
    const turns = service.tokens.get(token) ?? [];
    const turn = { seq: turns.length + 1, turnId, author, text, at: '2026-11-24T03:00:00.000Z' };
    turns.push(turn);
    return turn;
  };

  const session = createChatSession({
    api: {
      site: async () => null,
      async open() {
        if (!service.reachable) return null;
        const token = `token-${service.tokens.size + 1}`;
        service.tokens.set(token, []);
        return { conversationId: token, token };
      },
      isKnown: async (token) =>
        service.reachable ? (service.tokens.has(token) ? 'yes' : 'no') : 'unreachable',
      async erase(token) {
        if (!service.reachable) return null;
        return service.tokens.delete(token) ? 'receipt-1' : '';
      },
    },
    openLink(token, _after, events) {
      service.events = events;
      const connect = () => {
        service.connected = service.reachable && service.tokens.has(token);
        if (service.connected) events.connected();
        else if (service.reachable) events.refused('unauthorized');
        else events.lost();
      };
      queueMicrotask(connect);
      return {
        get connected() {
          return service.connected;
        },
        async send(payload) {
          if (!service.connected) return { kind: 'no-answer' };
          if (service.refuses) return { kind: 'failed', error: service.refuses };
          service.sent.push(payload);
          const turns = service.tokens.get(token) ?? [];
          const text = 'text' in payload ? payload.text : payload.choice;
          const turn =
            turns.find(({ turnId }) => turnId === payload.turnId) ??
            say(token, text, 'participant', payload.turnId);
          return service.answers ? { kind: 'kept', seq: turn.seq } : { kind: 'no-answer' };
        },
        async pull(after) {
          const turns = service.tokens.get(token);
          if (!service.connected) return { kind: 'no-answer' };
          if (!turns) return { kind: 'failed', error: 'unauthorized' };
          const missing = turns.filter(({ seq }) => seq > after);
          return { kind: 'pulled', turns: missing, handling: service.handling };
        },
        reconnect: connect,
        close() {
          service.connected = false;
        },
      };
    },
    tokens: createTokenStore(
      () => ({
        getItem: (key: string) => kept.get(key) ?? null,
        setItem: (key: string, value: string) => void kept.set(key, value),
        removeItem: (key: string) => void kept.delete(key),
      }),
      'site',
    ),
    timers,
    site: 'site',
    locale: () => 'fr',
    newTurnId: () => `own-${++ids}`,
    now: () => new Date('2026-11-24T03:00:00Z'),
    reducedMotion: () => true,
    holdsNumber: () => false,
    changed() {},
  });
  const texts = () => session.state().transcript.turns.map(({ text }) => text);
  const outbox = () => session.state().transcript.outbox.map(({ text, state }) => [text, state]);
  return { session, service, timers, kept, say, texts, outbox };
}

describe('a conversation on the screen', () => {
  test('opens, keeps only its token, and shows what is said', async () => {
    const { session, service, timers, kept, say, texts } = setting();
    session.start();
    await timers.pass(0);
    service.events?.turnAdded(say('token-1', 'Bonsoir.', 'bot'));
    session.say('Bonsoir');
    await timers.pass(10);
    expect(texts()).toEqual(['Bonsoir.', 'Bonsoir']);
    expect([...kept]).toEqual([['veilleuse:site', 'token-1']]);
  });

  test('keeps what is written while the service is away, and sends it in order afterwards', async () => {
    const { session, service, timers, texts, outbox } = setting();
    service.reachable = false;
    session.start();
    await timers.pass(0);
    session.say('un');
    session.say('deux');
    await timers.pass(60_000);
    expect(session.state().reach).toBe('away');
    expect(outbox()).toEqual([
      ['un', 'retrying'],
      ['deux', 'retrying'],
    ]);
    service.reachable = true;
    session.lookAgain();
    await timers.pass(100);
    expect(texts()).toEqual(['un', 'deux']);
    expect(outbox()).toEqual([]);
  });

  test('sends the same id again when no acknowledgement comes, and shows the turn once', async () => {
    const { session, service, timers, texts } = setting();
    session.start();
    await timers.pass(0);
    service.answers = false;
    session.say('tu es là ?');
    await timers.pass(4_000);
    service.answers = true;
    await timers.pass(20_000);
    expect(service.sent.length).toBeGreaterThan(1);
    expect(new Set(service.sent.map(({ turnId }) => turnId)).size).toBe(1);
    expect(texts()).toEqual(['tu es là ?']);
  });

  test('goes on in a new conversation when the token has run out, with what was not sent', async () => {
    const { session, service, timers, texts } = setting();
    session.start();
    await timers.pass(0);
    session.say('ancien');
    await timers.pass(0);
    service.connected = false;
    service.events?.lost();
    session.say('pas encore parti');
    service.tokens.delete('token-1');
    service.tokens.set('other', []);
    session.lookAgain();
    await timers.pass(100);
    expect(session.state().expired).toBe(true);
    expect(texts()).toEqual(['pas encore parti']);
  });

  test('does not ask without a pause a service that refuses the tokens it gives', async () => {
    const { session, service, timers } = setting();
    session.start();
    await timers.pass(0);
    let opened = 0;
    const { set } = service.tokens;
    service.tokens.clear();
    service.tokens.set = (token, turns) => {
      opened += 1;
      set.call(service.tokens, token, turns);
      queueMicrotask(() => service.tokens.clear());
      return service.tokens;
    };
    service.connected = false;
    session.lookAgain();
    await timers.pass(60_000);
    expect(opened).toBeGreaterThan(1);
    expect(opened).toBeLessThan(12);
  });

  test('says so when it was closed, keeps the refused words, and can begin anew', async () => {
    const { session, service, timers, outbox, texts } = setting();
    session.start();
    await timers.pass(0);
    service.refuses = 'closed';
    session.say('encore une chose');
    await timers.pass(0);
    expect(session.state().handling).toBe('closed');
    expect(outbox()).toEqual([['encore une chose', 'refused']]);
    service.refuses = null;
    session.restart();
    await timers.pass(100);
    expect(session.state().handling).toBe('with-bot');
    expect(texts()).toEqual(['encore une chose']);
  });

  test('gives back the words of a refused message', async () => {
    const { session, service, timers, outbox } = setting();
    session.start();
    await timers.pass(0);
    service.refuses = 'invalid';
    session.say('refusé');
    await timers.pass(0);
    const id = session.state().transcript.outbox[0]?.turnId ?? '';
    expect(session.takeBack(id)).toBe('refusé');
    expect(outbox()).toEqual([]);
  });

  test('is erased with a receipt, and nothing of it stays here', async () => {
    const { session, timers, kept } = setting();
    session.start();
    await timers.pass(0);
    session.say('à oublier');
    await timers.pass(0);
    await session.erase();
    expect(session.state().erasure).toEqual({ kind: 'done', receipt: 'receipt-1' });
    expect(session.state().transcript.turns).toEqual([]);
    expect([...kept]).toEqual([]);
  });

  test('stays whole when it could not be erased, and says so', async () => {
    const { session, service, timers, texts } = setting();
    session.start();
    await timers.pass(0);
    session.say('encore là');
    await timers.pass(0);
    service.reachable = false;
    await session.erase();
    expect(session.state().erasure).toEqual({ kind: 'failed' });
    expect(texts()).toEqual(['encore là']);
  });

  test('pulls what it missed every half minute', async () => {
    const { session, timers, say, texts } = setting();
    session.start();
    await timers.pass(0);
    say('token-1', 'sans annonce', 'responder');
    await timers.pass(31_000);
    expect(texts()).toEqual(['sans annonce']);
  });
});
