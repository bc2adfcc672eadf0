import { describe, expect, test } from '@jest/globals';
import { createAnswerQueue } from '../../../../server/app/answer-queue.ts';
import type { Turn } from '../../../../server/domain/conversation.ts';
import { NOON } from '../../../support/builders.ts';
import { eventually } from '../../../support/eventually.ts';

const aTurn = (seq: number, text = 'x'): Turn => ({
  seq,
  turnId: `t${seq}`,
  author: 'participant',
  text,
  at: NOON,
});
const log = { info: () => {}, warn: () => {}, error: () => {} };

/** A queue over pending turns in memory; `hold` keeps an answer from ending. */
function setUp(
  pending: Record<string, Turn[]>,
  options: { concurrency?: number; fail?: () => boolean } = {},
) {
  const answered: string[] = [];
  const gates: (() => void)[] = [];
  const queue = createAnswerQueue({
    conversations: {
      pendingTurns: async (id) => [...(pending[id] ?? [])],
      conversationsPending: async () => Object.keys(pending).filter((id) => pending[id]?.length),
    },
    async answer(id, turn) {
      if (options.fail?.()) throw new Error('store away');
      await new Promise<void>((resolve) => gates.push(resolve));
      answered.push(`${id}:${turn.seq}`);
      pending[id] = (pending[id] ?? []).filter(({ seq }) => seq !== turn.seq);
    },
    glance: (text) => (text === 'danger' ? 'active' : 'none'),
    log,
    concurrency: options.concurrency ?? 1,
    retryMs: { first: 1, longest: 10 },
  });
  /** Lets answers end, one after the other, until none is left. */
  const drain = () =>
    eventually('an empty queue', () => {
      gates.shift()?.();
      return queue.size() === 0 && gates.length === 0;
    });
  return { queue, answered, drain };
}

describe('the queue of answers', () => {
  test('answers whoever wrote in danger before a crash first, however long others have waited', async () => {
    const { queue, answered, drain } = setUp({
      a: [aTurn(1)],
      b: [aTurn(1)],
      c: [aTurn(1, 'danger'), aTurn(3)],
    });
    await queue.resume();
    await drain();
    expect(answered).toEqual(['c:1', 'c:3', 'a:1', 'b:1']);
  });

  test('answers the turns of one conversation in order, one at a time', async () => {
    const { queue, answered, drain } = setUp(
      { a: [aTurn(1), aTurn(3), aTurn(4)] },
      { concurrency: 5 },
    );
    queue.add('a', 'none');
    queue.add('a', 'none');
    await drain();
    expect(answered).toEqual(['a:1', 'a:3', 'a:4']);
  });

  test('answers first whose message is alarming at a glance', async () => {
    const { queue, answered, drain } = setUp({
      a: [aTurn(1)],
      b: [aTurn(1)],
      c: [aTurn(1)],
      d: [aTurn(1)],
    });
    queue.add('a', 'none');
    queue.add('b', 'none');
    queue.add('c', 'imminent');
    queue.add('d', 'active');
    queue.add('b', 'none');
    await drain();
    expect(answered).toEqual(['a:1', 'c:1', 'd:1', 'b:1']);
  });

  test('takes up what was left pending, as after a crash', async () => {
    const { queue, answered, drain } = setUp({ a: [aTurn(1)], b: [aTurn(2)] }, { concurrency: 2 });
    await queue.resume();
    await drain();
    expect(answered.sort()).toEqual(['a:1', 'b:2']);
  });

  test('tries again for as long as it takes', async () => {
    let failures = 3;
    const { queue, answered, drain } = setUp({ a: [aTurn(1)] }, { fail: () => failures-- > 0 });
    queue.add('a', 'none');
    await eventually('the fourth try', () => failures < 0);
    await drain();
    expect(answered).toEqual(['a:1']);
  });

  test('misses no turn that is added while another is answered', async () => {
    const pending: Record<string, Turn[]> = { a: [aTurn(1)] };
    const { queue, answered, drain } = setUp(pending);
    queue.add('a', 'none');
    await eventually('work', () => queue.size() > 0);
    pending.a?.push(aTurn(2));
    queue.add('a', 'none');
    await drain();
    expect(answered).toEqual(['a:1', 'a:2']);
  });

  test('stops after the answer under way and takes no more', async () => {
    const { queue, answered, drain } = setUp({ a: [aTurn(1), aTurn(2)] });
    queue.add('a', 'none');
    await new Promise((resolve) => setTimeout(resolve, 5));
    const stopped = queue.stop();
    await drain();
    await stopped;
    expect(answered).toEqual(['a:1']);
  });
});
