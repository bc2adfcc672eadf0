import { describe, expect, test } from '@jest/globals';
import { allWays, describeWay } from '../../../../bot-flows/author/walks/all-ways.ts';
import { walkedWays } from '../../../../bot-flows/author/walks/coverage.ts';
import { exploreFlow } from '../../../../bot-flows/author/walks/explore-flow.ts';
import { repliesAlong } from '../../../../bot-flows/author/walks/move.ts';
import { loadFlows } from '../../../../bot-flows/engine/load-flows.ts';
import { SMALL_DIR } from '../../../support/flow-folder.ts';
import { aContext, realHelplines, realLibrary } from '../../../support/flow-library.ts';

const small = loadFlows(SMALL_DIR, realHelplines());

describe.each(['fr', 'en'] as const)('in %s', (locale) => {
  test.each([
    ['that ship', realLibrary()],
    ['of the smallest library', small],
  ])('every step and every way of the flows %s is walked', (_name, library) => {
    const walked = walkedWays(library, [locale]);
    const missed = [...library.flows.keys()]
      .flatMap((id) => allWays(library, id))
      .filter((way) => !walked.has(way))
      .map((way) => describeWay(library, way));
    expect(missed).toEqual([]);
  });
});

describe('walks', () => {
  test('take together every way that was found, each something of its own', () => {
    const { walks, ways } = exploreFlow(small, 'sample', aContext());
    expect(ways.has('sample.second>unclear')).toBe(true);
    expect(ways.has('questionnaire-weather.item-storm>0')).toBe(true);
    expect(ways.has('exercise-stones.is-worse')).toBe(true);
    const keys = walks.map((walk) => JSON.stringify(walk));
    expect(new Set(keys).size).toBe(keys.length);
  });
  test('can be walked again, and nothing in them fails', () => {
    for (const context of [aContext(), aContext({ locale: 'en', peopleAvailable: false })]) {
      for (const id of small.flows.keys()) {
        for (const walk of exploreFlow(small, id, context).walks) {
          const replies = repliesAlong(small, walk, context);
          expect(replies).toHaveLength(walk.moves.length + 1);
          for (const { says, failed } of replies) {
            expect(failed).toBe(false);
            expect(says.length).toBeGreaterThan(0);
            expect(says.length).toBeLessThanOrEqual(3);
          }
        }
      }
    }
  });
  test('are named in an author’s words', () => {
    expect(describeWay(small, 'sample.second>0')).toBe('sample.second → first (when yes)');
    expect(describeWay(small, 'sample.second>unclear')).toBe('sample.second, not understood twice');
    expect(describeWay(small, 'check-in.more>0')).toBe(
      'check-in.more → offer (first-time true, every 4)',
    );
    expect(describeWay(small, 'sample.last')).toBe('step sample.last');
  });
});
