import { describe, expect, test } from '@jest/globals';
import { explainTurn } from '../../../../server/app/explain-turn.ts';
import { aClassifier, setUp } from '../../../support/app-under-test.ts';

const explained = { spans: [{ offset: 3, length: 4, rank: 1 }], rules: ['a-rule'], complete: true };

const withSeen = (seen: Parameters<typeof aClassifier>[1]) =>
  setUp({ classifier: { ...aClassifier({}, seen), explain: async () => explained } });

describe('why a turn has its level', () => {
  test('is told of the turn, with the levels before it', async () => {
    const { deps, open, say } = withSeen({ un: { level: 'distress' }, deux: { level: 'active' } });
    const id = await open();
    await say(id, 'un');
    await say(id, 'deux');
    const turns = await deps.conversations.turnsAfter(id, 0, 50);
    const seq = turns.find(({ text }) => text === 'deux')?.seq ?? 0;
    expect(await explainTurn(deps, id, seq)).toEqual({
      ...explained,
      level: 'active',
      before: [{ seq: turns.find(({ text }) => text === 'un')?.seq, level: 'distress' }],
      degradedBy: null,
    });
  });

  test.each([
    ['lexicon@3', 'model-missing'],
    ['veilleuse@2026-11-26', 'rules-missing'],
    ['nobody', 'nothing-read'],
    ['none', 'nothing-read'],
  ])('names what was missing: read by %s → %s', async (assessor, degradedBy) => {
    const { deps, open, say } = withSeen({ un: { completeness: 'degraded', assessor } });
    const id = await open();
    await say(id, 'un');
    const [turn] = (await deps.conversations.turnsAfter(id, 0, 50)).filter(
      ({ author }) => author === 'participant',
    );
    expect(await explainTurn(deps, id, turn?.seq ?? 0)).toMatchObject({ degradedBy });
  });

  test('is told of nothing that nobody may read, and of no other turn', async () => {
    const { deps, open, say } = withSeen({ deux: { level: 'active' } });
    const id = await open();
    await say(id, 'un');
    expect(await explainTurn(deps, id, 2)).toBeUndefined();
    await say(id, 'deux');
    const turns = await deps.conversations.turnsAfter(id, 0, 50);
    const bot = turns.find(({ author }) => author === 'bot');
    expect(await explainTurn(deps, id, bot?.seq ?? 0)).toBeUndefined();
    expect(await explainTurn(deps, id, 99)).toBeUndefined();
    expect(await explainTurn(deps, 'no-such', 1)).toBeUndefined();
  });
});
