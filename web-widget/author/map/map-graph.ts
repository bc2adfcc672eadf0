import type { FlowWire, WayWire } from '../../../bot-flows/author/page/page-wire.ts';

/** A step of the flow, or where a way leads outside of it. */
export interface MapNode {
  readonly id: string;
  /** `flow.step`. */
  readonly target: string;
  readonly kind: 'step' | 'elsewhere' | 'missing';
}

/** All ways from one step to another, as one line. */
export interface MapEdge {
  readonly from: string;
  /** Id of a node. */
  readonly to: string;
  readonly ways: readonly WayWire[];
}

export interface MapGraph {
  readonly nodes: readonly MapNode[];
  readonly edges: readonly MapEdge[];
}

/**
 * A flow as a graph. What lies outside stands beside each step that leads there: one place for all
 * of them would draw lines across the whole map.
 */
export function mapGraph({ id, steps, ways }: FlowWire): MapGraph {
  const nodes = new Map<string, MapNode>();
  for (const { id: step } of steps) {
    const target = `${id}.${step}`;
    nodes.set(target, { id: target, target, kind: 'step' });
  }
  const edges = new Map<string, MapEdge>();
  for (const way of ways) {
    const from = `${id}.${way.from}`;
    const key = `${from} ${way.to}`;
    const to = nodes.get(way.to)?.kind === 'step' ? way.to : key;
    if (to === key) {
      const kind = way.to.startsWith(`${id}.`) ? 'missing' : 'elsewhere';
      nodes.set(key, { id: key, target: way.to, kind });
    }
    edges.set(key, { from, to, ways: [...(edges.get(key)?.ways ?? []), way] });
  }
  return { nodes: [...nodes.values()], edges: [...edges.values()] };
}
