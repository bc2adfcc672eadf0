import { describe, expect, test } from '@jest/globals';
import type { RiskAssessment } from '../../../../classifiers/risk-classifier.ts';
import { rereadTurns } from '../../../../server/app/reread-turns.ts';
import { aClassifier, setUp } from '../../../support/app-under-test.ts';
import { anAssessment } from '../../../support/builders.ts';

const BUSY = { completeness: 'degraded', assessor: 'lexicon@1' } as const;

/** A house whose model is busy until told otherwise; then it sees this. */
function aHouse(seen: Partial<RiskAssessment>) {
  let busy = true;
  let ready = true;
  let room = true;
  const house = setUp({
    classifier: {
      ...aClassifier(),
      assess: async () => anAssessment(busy ? BUSY : seen),
      health: () => (ready ? { state: 'ready' } : { state: 'loading', reason: 'it loads' }),
    },
  });
  const tries = new Map<string, number>();
  return {
    ...house,
    free: () => {
      busy = false;
    },
    setReady: (now: boolean) => {
      ready = now;
    },
    setRoom: (now: boolean) => {
      room = now;
    },
    reread: (own = tries) => rereadTurns({ ...house.deps, hasRoom: () => room, tries: own }),
    async seen(id: string) {
      const conversation = await house.stores.conversations.load(id);
      const assessments = [...(await house.stores.conversations.assessments(id)).values()];
      const [open] = await house.stores.escalations.open();
      return { conversation, assessments, open };
    },
  };
}

describe('what was read without the model', () => {
  test('is read again when there is room, and the case follows a level that rises', async () => {
    const house = aHouse({ level: 'active', signals: ['intent'] });
    const id = await house.open();
    expect(await house.say(id, 'x')).toEqual(['flow']);
    expect((await house.seen(id)).open).toMatchObject({ reason: 'degraded-assessment' });

    house.free();
    house.announced.length = 0;
    await house.reread();
    const { conversation, assessments, open } = await house.seen(id);
    expect(assessments).toEqual([anAssessment({ level: 'active', signals: ['intent'] })]);
    expect(conversation).toMatchObject({
      level: 'active',
      highestLevel: 'active',
      handling: { kind: 'awaiting-responder' },
    });
    expect(open).toMatchObject({ level: 'active', reason: 'risk', signals: ['intent'] });
    expect((await house.stores.conversations.turnsAfter(id, 2, 9)).map(({ text }) => text)).toEqual(
      ['flow', 'safety active'],
    );
    expect(house.announced.map(([name]) => name)).toEqual(
      expect.arrayContaining(['participantTurnAssessed', 'turnsAdded', 'escalationChanged']),
    );
    const outbox = await house.stores.outbox.due(house.deps.clock.now(), 9);
    expect(outbox.map(({ kind }) => kind)).toEqual(['escalation-raised']);

    await house.reread();
    expect((await house.stores.conversations.turnsAfter(id, 2, 9)).length).toBe(2);
  });

  test('is read again after a restart: the store knows which', async () => {
    const house = aHouse({ level: 'passive' });
    const id = await house.open();
    await house.say(id, 'x');
    house.free();
    await house.reread(new Map());
    expect((await house.seen(id)).conversation?.level).toBe('passive');
  });

  test('lowers nothing and says nothing when there was no danger', async () => {
    const house = aHouse({ level: 'none' });
    const id = await house.open();
    await house.say(id, 'x');
    house.free();
    await house.reread();
    const { assessments, conversation, open } = await house.seen(id);
    expect(assessments).toEqual([anAssessment()]);
    expect(conversation?.level).toBe('none');
    // A person was asked to look, and still may.
    expect(open).toMatchObject({ level: 'none', degraded: true });
    expect((await house.stores.conversations.turnsAfter(id, 2, 9)).length).toBe(1);
  });

  test('raises nothing that a responder has lowered since', async () => {
    const house = aHouse({ level: 'active' });
    const id = await house.open();
    await house.say(id, 'x');
    const conversation = await house.stores.conversations.load(id);
    if (!conversation) throw new Error('it went away');
    await house.stores.conversations.commit({
      conversation: { ...conversation, level: 'distress', highestLevel: 'active' },
      turns: [],
    });
    house.free();
    await house.reread();
    expect((await house.seen(id)).conversation?.level).toBe('distress');
  });

  test.each([false, true])(
    'is answered once, however much was written since; not half an hour later: %s',
    async (late) => {
      const house = aHouse({ level: 'active' });
      const id = await house.open();
      await house.say(id, 'x');
      await house.say(id, 'y');
      house.free();
      if (late) house.pass(31 * 60_000);
      const before = (await house.stores.conversations.turnsAfter(id, 0, 20)).length;
      await house.reread();
      const said = (await house.stores.conversations.turnsAfter(id, 0, 20)).slice(before);
      expect(said.map(({ text }) => text)).toEqual(late ? [] : ['safety active']);
      expect((await house.seen(id)).conversation).toMatchObject({
        level: 'active',
        handling: { kind: 'awaiting-responder' },
      });
    },
  );

  test.each(['no room', 'no model'])('waits while there is %s', async (why) => {
    const house = aHouse({ level: 'active' });
    const id = await house.open();
    await house.say(id, 'x');
    house.free();
    if (why === 'no room') house.setRoom(false);
    else house.setReady(false);
    await house.reread();
    expect((await house.seen(id)).conversation?.level).toBe('none');
    house.setRoom(true);
    house.setReady(true);
    await house.reread();
    expect((await house.seen(id)).conversation?.level).toBe('active');
  });

  test('is left to people after some tries in vain, so that the others are read', async () => {
    const house = aHouse({ level: 'active' });
    const id = await house.open();
    await house.say(id, 'x');
    for (let round = 0; round < 9; round++) await house.reread();
    house.free();
    await house.reread();
    expect((await house.seen(id)).conversation?.level).toBe('none');
    await house.reread(new Map());
    expect((await house.seen(id)).conversation?.level).toBe('active');
  });
});
