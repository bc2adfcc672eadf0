import { describe, expect, test } from '@jest/globals';
import { type ShadowComparison, withShadow } from '../../../../classifiers/living/with-shadow.ts';
import type { RiskAssessment, RiskClassifier } from '../../../../classifiers/risk-classifier.ts';
import { anAssessment } from '../../../support/builders.ts';

const OPTIONS = { locale: 'fr', budgetMs: 1500 };
const classifierSaying = (answer: () => Promise<RiskAssessment>): RiskClassifier => ({
  assess: answer,
  explain: async () => ({ spans: [], rules: [], complete: true }),
  glance: () => 'none',
  health: () => ({ state: 'ready' }),
});
const says = (changes: Partial<RiskAssessment>) =>
  classifierSaying(async () => anAssessment(changes));
const turns = () => new Promise((resolve) => setImmediate(resolve));

describe('a candidate in the shadow', () => {
  test('is heard beside the model in use, by levels only', async () => {
    const heard: ShadowComparison[] = [];
    const both = withShadow(says({ level: 'active' }), says({ level: 'passive' }), (one) =>
      heard.push(one),
    );
    expect((await both.assess('quelque chose', OPTIONS)).level).toBe('active');
    await turns();
    expect(heard).toEqual([{ kind: 'compared', current: 'active', candidate: 'passive' }]);
    expect(JSON.stringify(heard)).not.toContain('quelque chose');
  });

  test.each([
    ['sees more', says({ level: 'imminent' })],
    ['throws', classifierSaying(async () => Promise.reject(new Error('broken')))],
    ['never answers', classifierSaying(() => new Promise(() => {}))],
  ])('changes nothing when it %s', async (_, candidate) => {
    const both = withShadow(says({ level: 'distress', assessor: 'a@1' }), candidate, () => {});
    const alone = await says({ level: 'distress', assessor: 'a@1' }).assess('x', OPTIONS);
    expect(await both.assess('x', OPTIONS)).toEqual(alone);
    expect(await both.assess('y', OPTIONS)).toEqual(alone);
    expect(both.health()).toEqual({ state: 'ready' });
    await turns();
  });

  test('begins only when the answer is there', async () => {
    const order: string[] = [];
    const current = classifierSaying(async () => {
      order.push('current');
      return anAssessment();
    });
    const candidate = classifierSaying(async () => {
      order.push('candidate');
      return anAssessment();
    });
    await withShadow(current, candidate, () => {}).assess('x', OPTIONS);
    expect(order[0]).toBe('current');
  });

  test('reads one message at a time, and none that was read in part', async () => {
    const heard: ShadowComparison[] = [];
    let finish = (_: RiskAssessment) => {};
    const slow = classifierSaying(
      () =>
        new Promise((resolve) => {
          finish = resolve;
        }),
    );
    const both = withShadow(says({}), slow, (one) => heard.push(one));
    await both.assess('one', OPTIONS);
    await both.assess('two', OPTIONS);
    finish(anAssessment({ completeness: 'degraded' }));
    await turns();
    expect(heard).toEqual([
      { kind: 'left-out', why: 'busy' },
      { kind: 'left-out', why: 'incomplete' },
    ]);
    const part = withShadow(says({ completeness: 'degraded' }), slow, (one) => heard.push(one));
    await part.assess('three', OPTIONS);
    expect(heard.at(-1)).toEqual({ kind: 'left-out', why: 'incomplete' });
  });
});
