import type { MapGraph } from './map-graph.ts';

const STEPS_ON = 2;

/** The part of a graph round one of its nodes: what leads there, and what follows soon. */
export function around({ nodes, edges }: MapGraph, centre: string): MapGraph {
  if (!nodes.some(({ id }) => id === centre)) return { nodes, edges };
  const near = new Set([centre]);
  let edge = new Set([centre]);
  for (let step = 0; step < STEPS_ON; step++) {
    edge = new Set(edges.filter(({ from }) => edge.has(from)).map(({ to }) => to));
    for (const id of edge) near.add(id);
  }
  for (const { from, to } of edges) if (to === centre) near.add(from);
  return {
    nodes: nodes.filter(({ id }) => near.has(id)),
    edges: edges.filter(({ from, to }) => near.has(from) && near.has(to)),
  };
}
