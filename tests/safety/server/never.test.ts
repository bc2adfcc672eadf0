import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { atLeast, RISK_LEVELS, type RiskLevel } from '../../../classifiers/risk-classifier.ts';
import { claimEscalation } from '../../../server/app/claim-escalation.ts';
import { closeConversation } from '../../../server/app/close-conversation.ts';
import { lowerLevel } from '../../../server/app/lower-level.ts';
import { releaseEscalation } from '../../../server/app/release-escalation.ts';
import { aClassifier, setUp } from '../../support/app-under-test.ts';

/**
 * What must never happen, whatever people write and responders do, in whatever order.
 * A change may add to this file and never weaken it.
 */
type Step =
  | { readonly do: 'write'; readonly level: RiskLevel; readonly degraded: boolean }
  | { readonly do: 'claim' }
  | { readonly do: 'release' }
  | { readonly do: 'close' }
  | { readonly do: 'lower'; readonly level: RiskLevel };

const aLevel = fc.constantFrom(...RISK_LEVELS);
const aStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('write' as const),
      level: aLevel,
      degraded: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Step>({ do: 'claim' }, { do: 'release' }, { do: 'close' }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('lower' as const), level: aLevel }) },
);

const CAMILLE = { id: 'r1', name: 'Camille' };
const word = (level: RiskLevel, degraded: boolean) => `${level} ${degraded}`;
const readable = Object.fromEntries(
  RISK_LEVELS.flatMap((level) =>
    [true, false].map((degraded) => [
      word(level, degraded),
      { level, completeness: degraded ? ('degraded' as const) : ('full' as const) },
    ]),
  ),
);

async function live(steps: readonly Step[]) {
  const app = setUp({ classifier: aClassifier({}, readable) });
  const id = await app.open();
  const { conversations, escalations } = app.stores;
  for (const step of steps) {
    const before = await conversations.load(id);
    if (!before) throw new Error('gone');
    const open = await escalations.openOf(id);
    if (step.do === 'write') {
      if (before.handling.kind === 'closed') continue;
      const replies = await app.say(id, word(step.level, step.degraded));
      const after = await conversations.load(id);
      const found = await escalations.openOf(id);
      const withPerson = before.handling.kind === 'with-responder';
      const danger = atLeast(step.level, 'passive');

      // No flow answers danger; nobody is left in silence; nobody speaks over a person.
      if (withPerson) expect(replies).toEqual([]);
      else expect(replies).toEqual([danger ? `safety ${step.level}` : 'flow']);
      // The level never falls by itself, and the case follows it.
      expect(after && atLeast(after.level, before.level)).toBe(true);
      expect(after && atLeast(after.level, step.level)).toBe(true);
      // Danger and incomplete readings always have a person who must look.
      if (danger || step.degraded) expect(found).toBeDefined();
      if (danger) expect(found && atLeast(found.level, step.level)).toBe(true);
      // A person is called for active danger, unless one is there.
      if (atLeast(step.level, 'active') && !withPerson) {
        expect(after?.handling.kind).toBe('awaiting-responder');
      }
    } else if (open) {
      if (step.do === 'claim') await claimEscalation(app.deps, open.id, CAMILLE);
      else if (step.do === 'release') await releaseEscalation(app.deps, open.id, CAMILLE);
      else if (step.do === 'close') await closeConversation(app.deps, id, CAMILLE);
      else {
        const command = {
          conversationId: id,
          responderId: CAMILLE.id,
          level: step.level,
          reason: 'raison',
        };
        const held = open.claim?.responderId === CAMILLE.id;
        const outcome = await lowerLevel(app.deps, command);
        const after = await conversations.load(id);
        // Only the one who has the case lowers it, and only downwards.
        if (!held || atLeast(step.level, before.level)) {
          expect(outcome.kind).toBe('refused');
          expect(after?.level).toBe(before.level);
        }
      }
    }
    // Handling and claim never come apart.
    const now = await conversations.load(id);
    const held = (await escalations.openOf(id))?.claim;
    expect(now?.handling.kind === 'with-responder').toBe(Boolean(held));
  }
  return { app, id };
}

describe('whatever happens', () => {
  test('safety comes first, a person looks, the level only rises, nobody is left in silence', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(aStep, { maxLength: 14 }), async (steps) => {
        await live(steps);
      }),
      { numRuns: 300 },
    );
  });

  test('turns are numbered without a gap and nothing that was kept is lost', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(aStep, { maxLength: 14 }), async (steps) => {
        const { app, id } = await live(steps);
        const turns = await app.stores.conversations.turnsAfter(id, 0, 1000);
        expect(turns.map(({ seq }) => seq)).toEqual(turns.map((_, index) => index + 1));
        expect(await app.stores.conversations.pendingTurns(id)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  test('there is never more than one open case for a conversation', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(aStep, { maxLength: 14 }), async (steps) => {
        const { app } = await live(steps);
        expect((await app.stores.escalations.open()).length).toBeLessThanOrEqual(1);
      }),
      { numRuns: 100 },
    );
  });
});
