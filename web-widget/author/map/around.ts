import type { MapEdge, MapGraph } from './map-graph.ts';

const STEPS_ON = 2;
/** With more neighbours than this, the lines among them hide those that matter. */
const MANY_NEIGHBOURS = 12;

/**
 * The part of a graph round one of its nodes: what leads there, and what follows soon. Of a node
 * with many neighbours, only its own lines.
 */
export function around({ nodes, edges }: MapGraph, centre: string): MapGraph {
  if (!nodes.some(({ id }) => id === centre)) return { nodes, edges };
  const own = edges.filter(({ from, to }) => from === centre || to === centre);
  if (endsOf(own).size > MANY_NEIGHBOURS) return { nodes: within(nodes, endsOf(own)), edges: own };

  const near = new Set([centre, ...endsOf(own)]);
  let edge = new Set([centre]);
  for (let step = 0; step < STEPS_ON; step++) {
    edge = new Set(edges.filter(({ from }) => edge.has(from)).map(({ to }) => to));
    for (const id of edge) near.add(id);
  }
  return {
    nodes: within(nodes, near),
    edges: edges.filter(({ from, to }) => near.has(from) && near.has(to)),
  };
}

const endsOf = (edges: readonly MapEdge[]) => new Set(edges.flatMap(({ from, to }) => [from, to]));

const within = (nodes: MapGraph['nodes'], ids: ReadonlySet<string>) =>
  nodes.filter(({ id }) => ids.has(id));
