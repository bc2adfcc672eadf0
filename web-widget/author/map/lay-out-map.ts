import { Graph, layout } from '@dagrejs/dagre';
import type { MapEdge, MapGraph, MapNode } from './map-graph.ts';

export const NODE_WIDTH = 212;
export const NODE_HEIGHT = 60;
const ELSEWHERE_HEIGHT = 44;
export const LABEL_LINE = 18;
/** Of the small face in which ways are named. */
const LETTER = 7;
const EDGE_OF_MAP = 20;

interface Point {
  readonly x: number;
  readonly y: number;
}

/** A node with its middle. */
export interface LaidNode extends MapNode, Point {
  readonly width: number;
  readonly height: number;
}

export interface LaidEdge extends MapEdge {
  readonly points: readonly Point[];
  readonly label: readonly string[];
  /** The middle of its label. */
  readonly at: Point;
}

export interface LaidMap {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** From top to bottom, as they are read. */
  readonly nodes: readonly LaidNode[];
  readonly edges: readonly LaidEdge[];
}

/** Finds a place for everything. @param labelOf what is written at a line, row by row. */
export function layOutMap(
  { nodes, edges }: MapGraph,
  labelOf: (edge: MapEdge) => readonly string[],
): LaidMap {
  const graph = new Graph();
  graph.setGraph({
    rankdir: 'TB',
    nodesep: 28,
    ranksep: 34,
    edgesep: 18,
  });
  for (const { id, kind } of nodes) {
    const height = kind === 'step' ? NODE_HEIGHT : ELSEWHERE_HEIGHT;
    graph.setNode(id, { width: NODE_WIDTH, height });
  }
  const labels = new Map(edges.map((edge) => [edge, labelOf(edge)]));
  for (const edge of edges) {
    const rows = labels.get(edge) ?? [];
    graph.setEdge(edge.from, edge.to, {
      width: widthOf(rows),
      height: rows.length * LABEL_LINE,
      labelpos: 'c',
    });
  }
  layout(graph);
  const laid = nodes.map((node): LaidNode => {
    const { x = 0, y = 0, width, height } = graph.node(node.id);
    return { ...node, x, y, width, height };
  });
  const lines = edges.map((edge): LaidEdge => {
    const { points = [], x = 0, y = 0 } = graph.edge(edge.from, edge.to);
    return { ...edge, points, label: labels.get(edge) ?? [], at: { x, y } };
  });
  return {
    ...boundsOf(laid, lines),
    nodes: laid.toSorted((a, b) => a.y - b.y || a.x - b.x),
    edges: lines,
  };
}

/** What has to be seen; lines may run outside of what the layout takes for its size. */
function boundsOf(nodes: readonly LaidNode[], edges: readonly LaidEdge[]) {
  const xs = [
    ...nodes.flatMap(({ x, width }) => [x - width / 2, x + width / 2]),
    ...edges.flatMap(({ points, at, label }) => [
      ...points.map(({ x }) => x),
      at.x - widthOf(label) / 2,
      at.x + widthOf(label) / 2,
    ]),
  ];
  const ys = [
    ...nodes.flatMap(({ y, height }) => [y - height / 2, y + height / 2]),
    ...edges.flatMap(({ points }) => points.map(({ y }) => y)),
  ];
  const left = Math.min(0, ...xs) - EDGE_OF_MAP;
  const top = Math.min(0, ...ys) - EDGE_OF_MAP;
  return {
    left,
    top,
    width: Math.max(0, ...xs) + EDGE_OF_MAP - left,
    height: Math.max(0, ...ys) + EDGE_OF_MAP - top,
  };
}

const widthOf = (rows: readonly string[]): number =>
  Math.max(0, ...rows.map((row) => row.length)) * LETTER;
