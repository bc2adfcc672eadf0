import { describe, expect, test } from '@jest/globals';
import type { FlowWire, WayWire } from '../../../../../bot-flows/author/page/page-wire.ts';
import { around } from '../../../../../web-widget/author/map/around.ts';
import { curve } from '../../../../../web-widget/author/map/curve.ts';
import { excerpt } from '../../../../../web-widget/author/map/excerpt.ts';
import { layOutMap } from '../../../../../web-widget/author/map/lay-out-map.ts';
import { mapGraph } from '../../../../../web-widget/author/map/map-graph.ts';
import { trailOf } from '../../../../../web-widget/author/map/trail.ts';

const way = (from: string, to: string, changes: Partial<WayWire> = {}): WayWire => ({
  from,
  to,
  kind: 'next',
  when: [],
  conditions: [],
  raises: null,
  ...changes,
});
const aFlow = (steps: readonly string[], ways: readonly WayWire[]) =>
  ({ id: 'f', steps: steps.map((id) => ({ id })), ways }) as unknown as FlowWire;

const FLOW = aFlow(
  ['a', 'b', 'c', 'd'],
  [
    way('a', 'f.b', { when: ['yes'] }),
    way('a', 'f.b', { when: ['no'] }),
    way('b', 'f.c'),
    way('b', 'g.x'),
    way('c', 'f.d'),
    way('c', 'g.x'),
    way('d', 'f.d'),
    way('d', 'f.a'),
    way('d', 'f.gone'),
  ],
);

describe('a flow as a graph', () => {
  const { nodes, edges } = mapGraph(FLOW);
  test('has one line for all ways between two steps', () => {
    expect(edges.find(({ from, to }) => from === 'f.a' && to === 'f.b')?.ways).toHaveLength(2);
  });
  test('has what lies outside beside each step that leads there, and what isn’t there at all', () => {
    const outside = nodes.filter(({ kind }) => kind !== 'step');
    expect(outside.map(({ target, kind }) => [target, kind])).toEqual([
      ['g.x', 'elsewhere'],
      ['g.x', 'elsewhere'],
      ['f.gone', 'missing'],
    ]);
    expect(new Set(nodes.map(({ id }) => id)).size).toBe(nodes.length);
  });
  test('can be cut down to what is round one step', () => {
    const near = around(mapGraph(FLOW), 'f.b');
    const ids = near.nodes.map(({ target }) => target);
    expect(ids).toEqual(expect.arrayContaining(['f.a', 'f.b', 'f.c', 'f.d', 'g.x']));
    expect(ids).not.toContain('f.gone');
    expect(around(mapGraph(FLOW), 'f.nope').nodes).toHaveLength(nodes.length);
  });
  test('round a step with many neighbours has its own lines alone', () => {
    const ends = Array.from({ length: 14 }, (_, at) => `s${at}`);
    const star = aFlow(
      ['hub', ...ends],
      ends.flatMap((end) => [way('hub', `f.${end}`), way(end, 'f.s0'), way(end, 'f.hub')]),
    );
    const { nodes: shown, edges: lines } = around(mapGraph(star), 'f.hub');
    expect(shown).toHaveLength(15);
    expect(lines.every(({ from, to }) => from === 'f.hub' || to === 'f.hub')).toBe(true);
  });
});

describe('the map', () => {
  const map = layOutMap(mapGraph(FLOW), ({ ways }) => ways.flatMap(({ when }) => when));

  test('puts no two places over each other, and nothing outside of itself', () => {
    for (const [index, one] of map.nodes.entries()) {
      for (const other of map.nodes.slice(index + 1)) {
        const apart =
          Math.abs(one.x - other.x) >= (one.width + other.width) / 2 ||
          Math.abs(one.y - other.y) >= (one.height + other.height) / 2;
        expect({ one: one.id, other: other.id, apart }).toMatchObject({ apart: true });
      }
      expect(one.x - one.width / 2).toBeGreaterThanOrEqual(map.left);
      expect(one.x + one.width / 2).toBeLessThanOrEqual(map.left + map.width);
    }
    for (const { x, y } of map.edges.flatMap(({ points }) => points)) {
      expect(x).toBeGreaterThanOrEqual(map.left);
      expect(x).toBeLessThanOrEqual(map.left + map.width);
      expect(y).toBeLessThanOrEqual(map.top + map.height);
    }
  });
  test('is read from top to bottom, and every way has its line and its words', () => {
    expect(map.nodes[0]?.id).toBe('f.a');
    expect(map.edges).toHaveLength(8);
    for (const { points } of map.edges) expect(points.length).toBeGreaterThan(1);
    expect(map.edges[0]?.label).toEqual(['yes', 'no']);
  });
  test('of nothing is empty', () => {
    expect(layOutMap({ nodes: [], edges: [] }, () => [])).toMatchObject({ nodes: [], edges: [] });
  });
});

test('a curve begins and ends at its points', () => {
  expect(curve([])).toBe('');
  expect(
    curve([
      { x: 0, y: 0 },
      { x: 10, y: 0 },
      { x: 10, y: 20 },
    ]),
  ).toBe('M0,0Q10,0 10,10L10,20');
});

test('an excerpt ends between words where it can', () => {
  expect(excerpt('Une phrase courte.', 30)).toBe('Une phrase courte.');
  expect(excerpt('Une phrase bien plus longue', 20)).toBe('Une phrase bien…');
  expect(excerpt('anticonstitutionnellement', 10)).toBe('anticonst…');
});

test('a talk leaves a trail of where it came through', () => {
  const turn = { through: ['f.a', 'f.b'], at: 'f.b' };
  const trail = trailOf([turn, { through: ['f.c'], at: 'f.c' }] as never);
  expect(trail.at).toBe('f.c');
  expect([...trail.taken]).toEqual(['f.a f.b', 'f.b f.c']);
});
