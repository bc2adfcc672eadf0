import { describe, expect, test } from '@jest/globals';
import { answerTurn } from '../../../../server/app/answer-turn.ts';
import { claimEscalation } from '../../../../server/app/claim-escalation.ts';
import { receiveTurn } from '../../../../server/app/receive-turn.ts';
import { aClassifier, aDialog, setUp } from '../../../support/app-under-test.ts';
import { anAssessment } from '../../../support/builders.ts';

const CAMILLE = { id: 'r1', name: 'Camille' };

describe('answering a turn', () => {
  test('lets the flow answer what shows no danger', async () => {
    const { open, say, stores } = setUp();
    const id = await open();
    expect(await say(id, 'bonsoir')).toEqual(['flow']);
    expect(await stores.escalations.open()).toEqual([]);
  });

  test.each(['passive', 'active', 'imminent'] as const)(
    'never lets a flow answer before the safety text of %s',
    async (level) => {
      const { open, say, stores } = setUp({ classifier: aClassifier({ level }) });
      const id = await open();
      expect(await say(id, 'x')).toEqual([`safety ${level}`]);
      expect(await stores.escalations.open()).toMatchObject([{ conversationId: id, level }]);
      expect((await stores.conversations.load(id))?.level).toBe(level);
    },
  );

  test('calls a person for active and imminent; passive goes on with the program and is reviewed', async () => {
    for (const [level, handling] of [
      ['passive', 'with-bot'],
      ['active', 'awaiting-responder'],
      ['imminent', 'awaiting-responder'],
    ] as const) {
      const { open, say, stores } = setUp({ classifier: aClassifier({ level }) });
      const id = await open();
      await say(id, 'x');
      expect((await stores.conversations.load(id))?.handling.kind).toBe(handling);
    }
  });

  test('goes on in the language that was asked for', async () => {
    const { open, say, stores } = setUp({ dialog: aDialog({ language: 'en' }) });
    const id = await open();
    await say(id, 'in english please');
    expect((await stores.conversations.load(id))?.locale).toBe('en');
  });

  test('never lowers the level by itself', async () => {
    const { open, say, stores } = setUp({
      classifier: aClassifier({}, { danger: { level: 'active' } }),
    });
    const id = await open();
    await say(id, 'danger');
    await say(id, 'non rien');
    expect((await stores.conversations.load(id))?.level).toBe('active');
  });

  test('raises the level by what an answer to an authored question reveals', async () => {
    const { open, say, stores } = setUp({ dialog: aDialog({ raises: 'active' }) });
    const id = await open();
    expect(await say(id, 'oui')).toEqual(['flow']);
    expect(await stores.escalations.open()).toMatchObject([{ level: 'active', reason: 'risk' }]);
    expect((await stores.conversations.load(id))?.handling.kind).toBe('awaiting-responder');
  });

  test('calls a person for whoever asks for one', async () => {
    const { open, say, stores } = setUp({ dialog: aDialog({ request: 'person' }) });
    const id = await open();
    await say(id, 'je veux parler à quelqu’un');
    expect(await stores.escalations.open()).toMatchObject([{ reason: 'asked-for-person' }]);
    expect((await stores.conversations.load(id))?.handling.kind).toBe('awaiting-responder');
  });

  test('calls a person for whoever asks for one in the same breath as the wish to be dead', async () => {
    const classifier = aClassifier({ level: 'passive', signals: ['asks-for-human'] });
    const { open, say, stores } = setUp({ classifier });
    const id = await open();
    expect(await say(id, 'x')).toEqual(['safety passive']);
    expect((await stores.conversations.load(id))?.handling.kind).toBe('awaiting-responder');
  });

  test('reads words after the direct question they answer; a tap by itself', async () => {
    const contexts: unknown[] = [];
    const classifier = {
      ...aClassifier(),
      assess: async (_text: string, { context }: { context?: unknown }) => {
        contexts.push(context);
        return anAssessment();
      },
    };
    const says = [{ text: 'Pensez-vous au suicide ?', choices: [{ id: 'yes', label: 'Oui' }] }];
    const { deps, open, say, stores } = setUp({ classifier, dialog: aDialog({ says }) });
    const id = await open();
    await say(id, 'un');
    await say(id, 'oui');
    await receiveTurn(deps, { conversationId: id, turnId: 'turn-0009', choice: 'yes' });
    for (const turn of await stores.conversations.pendingTurns(id))
      await answerTurn(deps, id, turn);
    const following = (text: string) => [{ speaker: 'bot', text }];
    expect(contexts).toEqual([[], following('Pensez-vous au suicide ?'), []]);
  });

  test('has a person look when the flow broke, or the reading was incomplete', async () => {
    const failed = setUp({ dialog: aDialog({ failed: true }) });
    await failed.say(await failed.open(), 'x');
    expect(await failed.stores.escalations.open()).toMatchObject([{ reason: 'flow-failed' }]);

    const late = setUp({ classifier: aClassifier({ completeness: 'degraded' }) });
    await late.say(await late.open(), 'x');
    expect(await late.stores.escalations.open()).toMatchObject([
      { reason: 'degraded-assessment', degraded: true },
    ]);
  });

  test('has a person look when the classifier breaks its promise and throws', async () => {
    const broken = {
      ...aClassifier(),
      assess: async () => {
        throw new Error('broken');
      },
    };
    const { open, say, stores } = setUp({ classifier: broken });
    expect(await say(await open(), 'x')).toEqual(['flow']);
    expect(await stores.escalations.open()).toMatchObject([{ degraded: true }]);
  });

  test('is silent while a person speaks, and still raises the case', async () => {
    const { deps, open, say, stores } = setUp({
      classifier: aClassifier({ level: 'active' }, { ciel: { level: 'imminent' } }),
    });
    const id = await open();
    await say(id, 'x');
    const [escalation] = await stores.escalations.open();
    await claimEscalation(deps, escalation?.id ?? '', CAMILLE);
    expect(await say(id, 'ciel')).toEqual([]);
    expect(await stores.escalations.open()).toMatchObject([{ level: 'imminent' }]);
    expect((await stores.conversations.load(id))?.handling.kind).toBe('with-responder');
  });

  test('answers a turn once, however often it is tried', async () => {
    const { deps, open, stores } = setUp({ classifier: aClassifier({ level: 'active' }) });
    const id = await open();
    await stores.conversations.appendParticipantTurn(id, {
      turnId: 'turn-0001',
      author: 'participant',
      text: 'x',
      at: deps.clock.now(),
    });
    const [turn] = await stores.conversations.pendingTurns(id);
    if (!turn) throw new Error('nothing pending');
    await Promise.all([1, 2, 3].map(() => answerTurn(deps, id, turn)));
    expect(await stores.conversations.turnsAfter(id, turn.seq, 9)).toHaveLength(1);
    expect(await stores.escalations.open()).toHaveLength(1);
  });

  test('leaves the turn pending and calls people when the answer can not be kept', async () => {
    const { deps, open, stores, notified } = setUp({
      classifier: aClassifier({ level: 'imminent' }),
    });
    const id = await open();
    await stores.conversations.appendParticipantTurn(id, {
      turnId: 'turn-0001',
      author: 'participant',
      text: 'x',
      at: deps.clock.now(),
    });
    const [turn] = await stores.conversations.pendingTurns(id);
    if (!turn) throw new Error('nothing pending');
    const commit = stores.conversations.commit;
    deps.conversations.commit = async (change) => {
      stores.away = true;
      return commit(change);
    };
    await expect(answerTurn(deps, id, turn)).rejects.toThrow();
    expect(notified).toMatchObject([{ level: 'imminent' }]);
    stores.away = false;
    expect(await stores.conversations.pendingTurns(id)).toHaveLength(1);
  });
});
