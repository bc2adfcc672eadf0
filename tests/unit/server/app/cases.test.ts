import { describe, expect, test } from '@jest/globals';
import { claimEscalation } from '../../../../server/app/claim-escalation.ts';
import { closeConversation } from '../../../../server/app/close-conversation.ts';
import { deliverOutbox } from '../../../../server/app/deliver-outbox.ts';
import { endLeases } from '../../../../server/app/end-leases.ts';
import { eraseConversation } from '../../../../server/app/erase-conversation.ts';
import { lowerLevel } from '../../../../server/app/lower-level.ts';
import { releaseEscalation } from '../../../../server/app/release-escalation.ts';
import { renewLeases } from '../../../../server/app/renew-leases.ts';
import { sendResponderTurn } from '../../../../server/app/send-responder-turn.ts';
import { tellUnanswered } from '../../../../server/app/tell-unanswered.ts';
import { LEASE_MS } from '../../../../server/domain/escalation.ts';
import { aClassifier, setUp } from '../../../support/app-under-test.ts';

const CAMILLE = { id: 'r1', name: 'Camille' };
const NOUR = { id: 'r2', name: 'Nour' };
const MINUTE_MS = 60_000;

async function aCase() {
  const app = setUp({ classifier: aClassifier({}, { danger: { level: 'active' } }) });
  const conversationId = await app.open();
  await app.say(conversationId, 'danger');
  const [escalation] = await app.stores.escalations.open();
  if (!escalation) throw new Error('no case');
  const texts = async () =>
    (await app.stores.conversations.turnsAfter(conversationId, 0, 99)).map(({ text }) => text);
  return { ...app, conversationId, id: escalation.id, texts };
}

describe('a case', () => {
  test('has one winner when many claim it at once', async () => {
    const { deps, id, conversationId, stores } = await aCase();
    const everyone = Array.from({ length: 10 }, (_, n) => ({ id: `r${n}`, name: `N${n}` }));
    const outcomes = await Promise.all(everyone.map((one) => claimEscalation(deps, id, one)));
    expect(outcomes.filter(({ kind }) => kind === 'claimed')).toHaveLength(1);
    expect(outcomes.filter((one) => one.kind === 'refused' && one.why === 'busy')).toHaveLength(9);
    const notices = (await stores.conversations.turnsAfter(conversationId, 0, 99)).filter(
      ({ author }) => author === 'notice',
    );
    expect(notices).toHaveLength(1);
  });

  test('tells the participant who has come, who has left, and that it is over', async () => {
    const { deps, id, conversationId, texts } = await aCase();
    await claimEscalation(deps, id, CAMILLE);
    await releaseEscalation(deps, id, CAMILLE);
    await claimEscalation(deps, id, NOUR);
    await closeConversation(deps, conversationId, NOUR);
    expect((await texts()).slice(-4)).toEqual([
      'responder-joined Camille',
      'responder-left Camille',
      'responder-joined Nour',
      'closed-by-responder Nour',
    ]);
  });

  test('lets only the one who has it write, lower, release or close', async () => {
    const { deps, id, conversationId } = await aCase();
    await claimEscalation(deps, id, CAMILLE);
    const responderId = NOUR.id;
    const busy = { kind: 'refused', why: 'busy' };
    const turn = { conversationId, responderId, turnId: 'turn-0009', text: 'Bonsoir' };
    expect(await sendResponderTurn(deps, turn)).toEqual(busy);
    expect(
      await lowerLevel(deps, { conversationId, responderId, level: 'none', reason: 'calme' }),
    ).toEqual(busy);
    expect(await releaseEscalation(deps, id, NOUR)).toEqual(busy);
    expect(await closeConversation(deps, conversationId, NOUR)).toEqual(busy);
  });

  test('keeps what a responder writes once, however often it is sent', async () => {
    const { deps, id, conversationId, texts } = await aCase();
    await claimEscalation(deps, id, CAMILLE);
    const turn = { conversationId, responderId: CAMILLE.id, turnId: 'turn-0009', text: 'Bonsoir' };
    const [first, ...others] = await Promise.all(
      [1, 2, 3].map(() => sendResponderTurn(deps, turn)),
    );
    expect(first).toMatchObject({ kind: 'kept' });
    for (const other of others) expect(other).toEqual(first);
    expect((await texts()).filter((text) => text === 'Bonsoir')).toHaveLength(1);
  });

  test('is lowered only downwards, by its responder, and rises again by what is written', async () => {
    const { deps, id, conversationId, stores, say } = await aCase();
    await claimEscalation(deps, id, CAMILLE);
    const lower = (level: 'distress' | 'imminent') =>
      lowerLevel(deps, {
        conversationId,
        responderId: CAMILLE.id,
        level,
        reason: 'a parlé à sa sœur',
      });
    expect(await lower('imminent')).toEqual({ kind: 'refused', why: 'invalid' });
    expect(await lower('distress')).toEqual({ kind: 'done' });
    expect(await stores.escalations.find(id)).toMatchObject({ level: 'distress' });
    await say(conversationId, 'danger');
    expect(await stores.escalations.find(id)).toMatchObject({ level: 'active' });
  });

  test('refuses everything once it is closed', async () => {
    const { deps, id, conversationId } = await aCase();
    await claimEscalation(deps, id, CAMILLE);
    await closeConversation(deps, conversationId, CAMILLE);
    const closed = { kind: 'refused', why: 'closed' };
    expect(await claimEscalation(deps, id, NOUR)).toEqual(closed);
    expect(await releaseEscalation(deps, id, CAMILLE)).toEqual(closed);
    expect(await closeConversation(deps, conversationId, CAMILLE)).toEqual(closed);
    const turn = { conversationId, responderId: CAMILLE.id, turnId: 'turn-0009', text: 'x' };
    expect(await sendResponderTurn(deps, turn)).toEqual(closed);
  });

  test('comes back to the queue when danger was written just before it was closed', async () => {
    const { deps, id, conversationId, stores } = await aCase();
    await claimEscalation(deps, id, CAMILLE);
    await stores.conversations.appendParticipantTurn(conversationId, {
      turnId: 'turn-0010',
      author: 'participant',
      text: 'danger',
      at: deps.clock.now(),
    });
    await closeConversation(deps, conversationId, CAMILLE);
    const { answerTurn } = await import('../../../../server/app/answer-turn.ts');
    for (const turn of await stores.conversations.pendingTurns(conversationId)) {
      await answerTurn(deps, conversationId, turn);
    }
    expect(await stores.escalations.open()).toMatchObject([{ conversationId, claim: null }]);
    expect((await stores.conversations.load(conversationId))?.handling.kind).toBe(
      'awaiting-responder',
    );
  });

  test('returns to the queue when its responder is gone, not while they are connected', async () => {
    const { deps, id, conversationId, pass, stores, texts } = await aCase();
    await claimEscalation(deps, id, CAMILLE);
    pass(LEASE_MS - 1);
    await renewLeases(deps, new Set([CAMILLE.id]));
    pass(LEASE_MS - 1);
    await endLeases(deps, new Set());
    expect((await stores.escalations.find(id))?.claim).not.toBeNull();
    pass(1);
    await endLeases(deps, new Set());
    expect((await stores.escalations.find(id))?.claim).toBeNull();
    expect((await stores.conversations.load(conversationId))?.handling.kind).toBe(
      'awaiting-responder',
    );
    expect((await texts()).at(-1)).toBe('responder-left');
  });

  test('stays with a connected responder when the clock jumps ahead', async () => {
    const { deps, stores, pass, id } = await aCase();
    await claimEscalation(deps, id, CAMILLE);
    pass(60 * MINUTE_MS);
    await endLeases(deps, new Set([CAMILLE.id]));
    expect((await stores.escalations.find(id))?.claim?.responderId).toBe(CAMILLE.id);
    await endLeases(deps, new Set([NOUR.id]));
    expect((await stores.escalations.find(id))?.claim).toBeNull();
  });

  test('tells the truth to whoever waits too long, not more often than every ten minutes', async () => {
    const { deps, pass, texts } = await aCase();
    await tellUnanswered(deps);
    expect(await texts()).not.toContain('nobody-yet');
    pass(15 * MINUTE_MS);
    await tellUnanswered(deps);
    await tellUnanswered(deps);
    expect((await texts()).filter((text) => text === 'nobody-yet')).toHaveLength(1);
    pass(15 * MINUTE_MS);
    await tellUnanswered(deps);
    expect((await texts()).filter((text) => text === 'nobody-yet')).toHaveLength(2);
  });

  test('is notified again until somebody takes the notification or the case', async () => {
    const { deps, stores, pass, id } = await aCase();
    let tries = 0;
    const failing = {
      channel: 'test',
      notify: async () => {
        tries += 1;
        throw new Error('no network');
      },
    };
    const deliver = () => deliverOutbox({ ...deps, notifiers: [failing] });
    await deliver();
    await deliver();
    expect(tries).toBe(1);
    pass(5000);
    await deliver();
    expect(tries).toBe(2);
    await claimEscalation(deps, id, CAMILLE);
    pass(60 * MINUTE_MS);
    await deliver();
    expect(tries).toBe(2);
    expect(await stores.outbox.due(deps.clock.now(), 9)).toEqual([]);
  });

  test('goes from the console when the participant erases the conversation', async () => {
    const { deps, conversationId, stores, announced } = await aCase();
    expect(await eraseConversation(deps, conversationId)).toMatch(/[\w-]{30,}/);
    expect(await stores.escalations.open()).toEqual([]);
    expect(announced.at(-1)?.[0]).toBe('escalationClosed');
    expect(await eraseConversation(deps, conversationId)).toBeUndefined();
  });
});
