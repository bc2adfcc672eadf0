import { expect, test } from '@jest/globals';
import { later } from '../support/builders.ts';
import type { StoresUnderTest } from './stores-under-test.ts';

/** What may become a label. */
export function describeLabels({ setUp }: StoresUnderTest): void {
  const lowered = {
    responderId: 'r1',
    kind: 'level-lowered',
    at: later(2000),
    reason: 'elle plaisantait',
    level: 'distress',
  } as const;
  const claimed = { responderId: 'r1', kind: 'claimed', at: later(1000) } as const;

  test('acts come back as they were kept, in their order', async () => {
    const { labels, commit, id } = await setUp({ consent: { training: true } });
    await commit({ acts: [claimed] });
    await commit({ acts: [lowered, { ...lowered, at: later(3000), level: 'none' }] });
    expect(await labels.acts(id)).toEqual([
      claimed,
      lowered,
      { ...lowered, at: later(3000), level: 'none' },
    ]);
    expect(await labels.acts('nobody')).toEqual([]);
  });

  test('only a conversation whose person agreed and whose level was lowered has labels', async () => {
    const agreed = await setUp({ consent: { training: true } });
    const refused = await setUp({ consent: { training: false } });
    const notAsked = await setUp();
    const notLowered = await setUp({ consent: { training: true } });
    for (const { commit } of [agreed, refused, notAsked]) await commit({ acts: [lowered] });
    await notLowered.commit({ acts: [claimed] });
    const found = await agreed.labels.conversations();
    const own = [agreed, refused, notAsked, notLowered].map(({ id }) => found.includes(id));
    expect(own).toEqual([true, false, false, false]);
  });
}
