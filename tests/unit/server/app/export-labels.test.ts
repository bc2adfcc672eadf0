import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { readLabelFile } from '../../../../classifiers/living/label-file.ts';
import type { RiskLevel } from '../../../../classifiers/risk-classifier.ts';
import { exportLabels } from '../../../../server/app/export-labels.ts';
import { lowerLevel } from '../../../../server/app/lower-level.ts';
import type { Conversation, NewTurn } from '../../../../server/domain/conversation.ts';
import { exportLabelsTo, forgetLabels } from '../../../../server/label-commands.ts';
import { aConversation, anAssessment, later, NOON } from '../../../support/builders.ts';
import { createMemoryStores } from '../../../support/store-memory.ts';

type Said = Partial<NewTurn> & { readonly text: string; readonly read?: RiskLevel };

/** Stores with one conversation: each participant turn is read as told, then levels are lowered. */
async function aTalk(
  conversation: Partial<Conversation>,
  said: readonly Said[],
  lowered: readonly {
    readonly to?: RiskLevel;
    readonly afterMs: number;
    readonly reason?: string;
  }[],
) {
  const stores = createMemoryStores();
  const { conversations } = stores;
  const consent = { training: true };
  const id = conversation.id ?? 'c1';
  await conversations.create(aConversation({ id, consent, ...conversation }), `h-${id}`, []);
  const commit = async (change: object) => {
    const now = await conversations.load(id);
    if (!now) throw new Error('gone');
    await conversations.commit({ conversation: now, turns: [], ...change });
  };
  for (const [at, { read, ...turn }] of said.entries()) {
    const whole = {
      turnId: `t${at}`,
      author: 'participant',
      at: later(1000 * at),
      ...turn,
    } as const;
    if (whole.author === 'participant') {
      await conversations.appendParticipantTurn(id, whole);
      const assessment = anAssessment({ level: read ?? 'none' });
      await commit({ answered: { seq: at + 1, assessment, decision: { kind: 'continue' } } });
    } else await commit({ turns: [whole] });
  }
  for (const { to, afterMs, reason = 'plaisanterie' } of lowered) {
    const act = { responderId: 'r1', kind: 'level-lowered', at: later(afterMs), reason };
    await commit({ acts: [{ ...act, ...(to && { level: to }) }] });
  }
  return stores;
}
const mask = (text: string) => text.replaceAll('Julie', '[name]');
const labelsOf = async (stores: Awaited<ReturnType<typeof aTalk>>) =>
  (await exportLabels({ ...stores, mask })).map(({ text, level, assessment }) => [
    text,
    assessment.level,
    level,
  ]);

describe('what responders said about levels', () => {
  test('is a label of each message that was read above the level it was lowered to', async () => {
    const stores = await aTalk(
      {},
      [
        { text: 'bonsoir' },
        { text: 'je vais mourir de honte', read: 'active' },
        { text: 'je suis triste', read: 'distress' },
        { text: 'plus tard', read: 'imminent' },
      ],
      [{ to: 'distress', afterMs: 2500 }],
    );
    expect(await labelsOf(stores)).toEqual([['je vais mourir de honte', 'active', 'distress']]);
  });

  test('is about what was written since the level was lowered before', async () => {
    const stores = await aTalk(
      {},
      [
        { text: 'un', read: 'imminent' },
        { text: 'deux', read: 'active' },
      ],
      [
        { to: 'active', afterMs: 500 },
        { to: 'none', afterMs: 5000 },
      ],
    );
    expect(await labelsOf(stores)).toEqual([
      ['un', 'imminent', 'active'],
      ['deux', 'active', 'none'],
    ]);
  });

  test('comes with the direct question that the message answered, and masked all over', async () => {
    const stores = await aTalk(
      {},
      [
        { text: 'Julie, penses-tu au suicide ?', author: 'bot' },
        { text: 'oui, Julie aussi', read: 'active' },
      ],
      [{ to: 'passive', afterMs: 5000, reason: 'Julie va mieux' }],
    );
    expect(await exportLabels({ ...stores, mask })).toMatchObject([
      {
        text: 'oui, [name] aussi',
        context: [{ speaker: 'bot', text: '[name], penses-tu au suicide ?' }],
        reason: '[name] va mieux',
      },
    ]);
  });

  test('is nothing for a tap, for who did not agree, or from before levels were kept', async () => {
    const read = [{ text: 'Oui', choice: 'yes', read: 'active' as const }];
    const typed = [{ text: 'Oui', read: 'active' as const }];
    const down = [{ to: 'none' as const, afterMs: 5000 }];
    expect(await labelsOf(await aTalk({}, read, down))).toEqual([]);
    const refused = { consent: { training: false } };
    expect(await labelsOf(await aTalk(refused, typed, down))).toEqual([]);
    expect(await labelsOf(await aTalk({}, typed, [{ afterMs: 5000 }]))).toEqual([]);
  });

  test('is kept with the level it was lowered to', async () => {
    const stores = await aTalk({ level: 'active' }, [{ text: 'mort de rire', read: 'active' }], []);
    const escalation = {
      id: 'e1',
      conversationId: 'c1',
      reason: 'risk',
      level: 'active',
      signals: [],
      degraded: false,
      locale: 'fr',
      waitingSince: NOON,
      openedAt: NOON,
      claim: { responderId: 'r1', at: NOON, leaseUntil: later(90_000) },
      firstClaimedAt: NOON,
      toldUnansweredAt: null,
      closedAt: null,
    } as const;
    const now = await stores.conversations.load('c1');
    if (!now) throw new Error('gone');
    await stores.conversations.commit({ conversation: now, turns: [], escalation });
    const announce = { escalationChanged: () => {} };
    const deps = { ...stores, announce, clock: { now: () => later(9000) } };
    const done = await lowerLevel(deps as unknown as Parameters<typeof lowerLevel>[0], {
      conversationId: 'c1',
      responderId: 'r1',
      level: 'none',
      reason: 'elle riait',
    });
    expect(done).toEqual({ kind: 'done' });
    expect(await labelsOf(stores)).toEqual([['mort de rire', 'active', 'none']]);
  });
});

describe('a file of labels', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'labels-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const talk = () =>
    aTalk(
      { id: 'conversation-of-one' },
      [{ text: 'Camille Dupontel, 0612345678, je meurs de faim', read: 'active' }],
      [{ to: 'none', afterMs: 5000, reason: 'expression' }],
    );

  test('is its owner’s alone, waits for somebody to go through it, and leads to nobody', async () => {
    const file = join(folder, 'labels.tsv');
    expect(await exportLabelsTo(file, await talk(), process.cwd())).toContain(
      '1 labels of 1 conversations',
    );
    expect(statSync(file).mode & 0o077).toBe(0);
    const content = readFileSync(file, 'utf8');
    const [label] = readLabelFile('labels.tsv', content);
    expect(label).toMatchObject({ keep: null, level: 'none', read: 'active', month: '2026-11' });
    expect(label?.text).toBe('[name], [number], je meurs de faim');
    expect(content).not.toMatch(/conversation-of-one|Dupontel|0612/);
  });

  test('never takes the place of one that people have marked', async () => {
    const file = join(folder, 'labels.tsv');
    writeFileSync(file, 'marked');
    await expect(exportLabelsTo(file, await talk(), process.cwd())).rejects.toThrow(
      'is there already',
    );
    expect(readFileSync(file, 'utf8')).toBe('marked');
  });

  test('forgets a conversation whose person takes consent back', async () => {
    const file = join(folder, 'labels.tsv');
    await exportLabelsTo(file, await talk(), process.cwd());
    expect(forgetLabels('another', file)).toContain('0 labels');
    expect(forgetLabels('conversation-of-one', file)).toContain('1 labels');
    expect(readLabelFile('labels.tsv', readFileSync(file, 'utf8'))).toEqual([]);
  });
});
