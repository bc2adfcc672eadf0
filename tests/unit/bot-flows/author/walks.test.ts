import { describe, expect, test } from '@jest/globals';
import { allWays, describeWay } from '../../../../bot-flows/author/walks/all-ways.ts';
import { walkedWays } from '../../../../bot-flows/author/walks/coverage.ts';
import { exploreFlow } from '../../../../bot-flows/author/walks/explore-flow.ts';
import { repliesAlong } from '../../../../bot-flows/author/walks/move.ts';
import { placesIn } from '../../../../bot-flows/engine/library-places.ts';
import { loadFlows, readFlows } from '../../../../bot-flows/engine/load-flows.ts';
import { aFlowFolder, SMALL_DIR } from '../../../support/flow-folder.ts';
import { aContext, realHelplines, realLibrary } from '../../../support/flow-library.ts';

const small = loadFlows(SMALL_DIR, realHelplines());

describe.each(['fr', 'en'] as const)('in %s', (locale) => {
  test.each([
    ['that ship', realLibrary()],
    ['of the smallest library', small],
  ])('every step and every way of the flows %s is walked', (_name, library) => {
    const walked = walkedWays(library, locale);
    const missed = allWays(library, locale)
      .filter((way) => !walked.has(way))
      .map((way) => describeWay(library, way));
    expect(missed).toEqual([]);
  });
});

describe('a way that can’t be taken is told', () => {
  const FIRST = '      - { when: more, go: second }\n';
  const missedWith = (branch: string, hears = '') => {
    const folder = aFlowFolder();
    folder.change(
      'sample/flow.yaml',
      `    next:\n${FIRST}`,
      `${hears}    next:\n${FIRST}${branch}`,
    );
    const { draft } = readFlows(placesIn(folder.dir), realHelplines());
    folder.remove();
    if (!draft) throw new Error('no library');
    const walked = walkedWays(draft, 'fr');
    return allWays(draft, 'fr')
      .filter((way) => !walked.has(way))
      .map((way) => describeWay(draft, way));
  };
  test.each([
    ['what comes before takes its answer', 'when: more, go: last', 'when more'],
    ['nothing keeps what it asks for', 'saved: { mood: low }, go: last', 'saved {"mood":"low"}'],
    [
      'it asks for two things at odds',
      'unsaved: wants-more, saved: { wants-more: "no" }, go: last',
    ],
  ])('%s', (_why, branch, told = '') => {
    const missed = missedWith(`      - { ${branch} }\n`);
    expect(missed).toHaveLength(1);
    expect(missed[0]).toContain('sample.first → last (');
    expect(missed[0]).toContain(told);
  });
  test('something before it hears the same', () => {
    const hears = ['second', 'last'].map((go) => `{ signal: grief, go: ${go} }`).join(', ');
    expect(missedWith('', `    hears: [${hears}]\n`)).toEqual([
      'sample.first → last (signal grief)',
    ]);
  });
  test.each([
    'every: 3, first-time: true, go: last',
    'after: last, unsaved: wants-more, go: last',
    'people: away, age: minor, country: [BE, GB], hours: holiday, go: last',
    'saved: { wants-more: ["yes", "no"] }, rests: 4, go: last',
    'heard: [grief, panic], unheard: grief, go: last',
    'unprobed: 12, go: second }\n      - { go: last',
  ])('{ %s } can, in a conversation in which it is so', (branch) => {
    expect(missedWith(`      - { ${branch} }\n`)).toEqual([]);
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
