import { useEffect, useRef } from 'preact/hooks';
import type { FlowWire } from '../../../bot-flows/author/page/page-wire.ts';
import { useWords } from '../../console/view/words-context.ts';
import { addressOf, placeIn } from '../state/place.ts';
import { useAuthorWords } from '../view/author-words.ts';
import { curve } from './curve.ts';
import { excerpt, firstWords } from './excerpt.ts';
import { LABEL_LINE, type LaidEdge, type LaidMap, type LaidNode } from './lay-out-map.ts';
import type { Trail } from './trail.ts';

const MOST_LETTERS = 27;

/** The flow drawn: every step is a link to itself, and every way a line. */
export function MapView(props: {
  flow: FlowWire;
  map: LaidMap;
  /** The step in focus, as `flow.step`. */
  focus: string;
  trail: Trail;
  scale: number;
}) {
  const { map, focus, trail, scale } = props;
  const words = useAuthorWords();
  const scroller = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const node = map.nodes.find(({ id }) => id === focus);
    const box = scroller.current;
    if (!node || !box) return;
    box.scrollTo({
      left: (node.x - map.left) * scale - box.clientWidth / 2,
      top: (node.y - map.top) * scale - box.clientHeight / 2,
    });
  }, [map, focus, scale]);

  return (
    <div class="map-place" ref={scroller}>
      {/* biome-ignore lint/a11y/useSemanticElements: no element of HTML holds a drawing. */}
      <svg
        class="map"
        role="group"
        aria-label={words.map.picture(props.flow.id)}
        width={map.width * scale}
        height={map.height * scale}
        viewBox={`${map.left} ${map.top} ${map.width} ${map.height}`}
      >
        <defs>
          {(['tip', 'tip-taken'] as const).map((id) => (
            <marker
              key={id}
              id={id}
              viewBox="0 0 8 8"
              refX="7"
              refY="4"
              markerWidth="8"
              markerHeight="8"
              markerUnits="userSpaceOnUse"
              orient="auto-start-reverse"
            >
              <path class={id} d="M0 0L8 4L0 8Z" />
            </marker>
          ))}
        </defs>
        <g>
          {map.edges.map((edge) => (
            <EdgeLine key={`${edge.from} ${edge.to}`} edge={edge} trail={trail} />
          ))}
          {map.edges.map((edge) => (
            <EdgeLabel key={`${edge.from} ${edge.to}`} edge={edge} />
          ))}
        </g>
        {map.nodes.map((node) => (
          <NodeLink
            key={node.id}
            node={node}
            flow={props.flow}
            isFocus={node.id === focus}
            trail={trail}
          />
        ))}
      </svg>
    </div>
  );
}

function EdgeLine({ edge, trail }: { edge: LaidEdge; trail: Trail }) {
  const taken = edge.ways.some(({ to }) => trail.taken.has(`${edge.from} ${to}`));
  const kinds = new Set(edge.ways.map(({ kind }) => kind));
  const kind = kinds.size === 1 ? [...kinds][0] : 'next';
  return (
    <path
      class={`way way-${kind} ${taken ? 'way-taken' : ''}`}
      d={curve(edge.points)}
      marker-end={taken ? 'url(#tip-taken)' : 'url(#tip)'}
    />
  );
}

function EdgeLabel({ edge: { label, at } }: { edge: LaidEdge }) {
  const top = at.y - ((label.length - 1) * LABEL_LINE) / 2;
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing of it takes the focus; the list tells it.
    <text class="way-label" text-anchor="middle" aria-hidden="true">
      {label.map((row, index) => (
        <tspan key={row} x={at.x} y={top + index * LABEL_LINE} dominant-baseline="central">
          {row}
        </tspan>
      ))}
    </text>
  );
}

function NodeLink(props: { node: LaidNode; flow: FlowWire; isFocus: boolean; trail: Trail }) {
  const { node, flow, isFocus, trail } = props;
  const { language } = useWords();
  const words = useAuthorWords();
  const place = placeIn(node.target);
  if (!place) return null;
  const step = flow.steps.find(({ id }) => node.kind === 'step' && id === place.step);
  const findings = step ? flow.findings.filter((one) => one.step === step.id).length : 0;
  const isHere = trail.at === node.target;
  const wasHere = trail.through.has(node.target);
  const name = node.kind === 'step' ? (place.step ?? '') : node.target;
  const below = step
    ? firstWords(step, language) || (step.calls ? `${words.step.calls} ${step.calls}` : '')
    : node.kind === 'missing'
      ? words.map.missing
      : words.map.elsewhere;
  const facts = [
    below,
    findings > 0 ? words.toMendHere(findings) : '',
    isHere ? words.map.here : wasHere ? words.map.visited : '',
  ].filter((fact) => fact !== '');
  const [left, top] = [node.x - node.width / 2, node.y - node.height / 2];
  const state = `${isFocus ? ' node-focus' : ''}${wasHere ? ' node-visited' : ''}`;
  return (
    <a
      href={addressOf(place)}
      class={`node node-${node.kind} asks-${step?.asks ?? 'nothing'}${state}`}
      aria-current={isFocus ? 'step' : undefined}
      aria-label={[name, ...facts].join('. ')}
    >
      <rect x={left} y={top} width={node.width} height={node.height} rx="10" />
      <text class="node-name" x={left + 14} y={node.kind === 'step' ? top + 24 : top + 18}>
        {excerpt(name, MOST_LETTERS - (isHere || findings ? 4 : 0))}
      </text>
      <text class="node-says" x={left + 14} y={node.kind === 'step' ? top + 45 : top + 35}>
        {excerpt(below, MOST_LETTERS)}
      </text>
      {isHere && (
        <path
          class="node-lamp"
          d="M12 3a7 7 0 0 1 4 12.7V18H8v-2.3A7 7 0 0 1 12 3ZM8.5 20.5h7"
          transform={`translate(${left + node.width - 32} ${top + 6})`}
        />
      )}
      {findings > 0 && (
        <g class="node-findings" transform={`translate(${left + node.width - 6} ${top + 2})`}>
          <circle r="11" />
          <text text-anchor="middle" dominant-baseline="central">
            {findings}
          </text>
        </g>
      )}
    </a>
  );
}
