import { useEffect } from 'preact/hooks';
import { type BarColumn, HIDDEN_HEIGHT, heightOf } from '../figures/bar-column.ts';
import { barScale } from '../figures/bar-scale.ts';
import { labelStride } from '../figures/label-stride.ts';
import { useReportWords } from './report-words.ts';
import { useWidth } from './use-width.ts';

const HEIGHT = 220;
const TOP = 24;
const BOTTOM = 28;
const LEFT = 52;
const PLOT = HEIGHT - TOP - BOTTOM;
/** What a label of about four signs takes, in pixels. */
const VALUE_LABEL = 30;
const DAY_LABEL = 62;
/** Narrower bars can't be told apart; a drawing that needs more room scrolls. */
const NARROWEST_BAR = 6;

/** Bars over days, each with its number where there is room. The table below says the same. */
export function BarChart(props: {
  title: string;
  days: readonly string[];
  /** For every day its bars, side by side. */
  columns: readonly (readonly BarColumn[])[];
  inWords: (value: number) => string;
}) {
  const { ref, width: room } = useWidth();
  const words = useReportWords();
  const perDay = Math.max(1, ...props.columns.map((bars) => bars.length));
  const width = Math.max(room, LEFT + props.days.length * perDay * (NARROWEST_BAR + 1));
  useEffect(() => {
    // The latest days first.
    if (ref.current) ref.current.scrollLeft = width;
  }, [ref, width]);
  const scale = barScale(Math.max(0, ...props.columns.flat().map(heightOf)));
  const slot = Math.max(0, width - LEFT) / Math.max(1, props.days.length);
  const bar = Math.min(44, Math.max(1, (slot * 0.78) / perDay));
  const y = (value: number) => TOP + PLOT * (1 - value / scale.top);
  const stride = labelStride(slot, DAY_LABEL);
  const numbered = slot / perDay >= VALUE_LABEL;

  return (
    <div ref={ref} class="chart" tabIndex={width > room ? 0 : undefined}>
      <svg width={width} height={HEIGHT} role="img" aria-label={props.title}>
        {scale.ticks.map((tick) => (
          <g key={tick} class="rule">
            <line x1={LEFT} x2={width} y1={y(tick)} y2={y(tick)} />
            <text x={LEFT - 8} y={y(tick) + 5} text-anchor="end">
              {props.inWords(tick)}
            </text>
          </g>
        ))}
        {props.columns.map((bars, index) => {
          const day = props.days[index] ?? '';
          const middle = LEFT + slot * (index + 0.5);
          return (
            <g key={day}>
              {bars.map((column, place) => {
                const x = middle + bar * (place - bars.length / 2);
                const height = heightOf(column);
                const label =
                  column.kind === 'hidden'
                    ? words.hidden
                    : column.kind === 'unknown'
                      ? '–'
                      : props.inWords(height);
                return (
                  <g key={place}>
                    <Bar column={column} x={x} width={Math.max(1, bar - 1)} y={y} />
                    {(numbered || column.kind === 'unknown') && (
                      <text class="value" x={x + bar / 2} y={y(height) - 6} text-anchor="middle">
                        {label}
                      </text>
                    )}
                  </g>
                );
              })}
              {index % stride === 0 && (
                <text
                  class="day"
                  x={stride === 1 ? middle : middle - slot / 2}
                  y={HEIGHT - 6}
                  text-anchor={stride === 1 ? 'middle' : 'start'}
                >
                  {day}
                </text>
              )}
            </g>
          );
        })}
      </svg>
    </div>
  );
}

function Bar(props: { column: BarColumn; x: number; width: number; y: (value: number) => number }) {
  const { column, x, width, y } = props;
  if (column.kind === 'unknown') return null;
  if (column.kind === 'hidden') {
    const top = y(HIDDEN_HEIGHT);
    return <rect class="bar bar-hidden" x={x} y={top} width={width} height={y(0) - top} />;
  }
  let below = 0;
  return (
    <>
      {column.segments.map(({ fill, value }) => {
        const from = y(below);
        below += value;
        const to = y(below);
        return (
          <rect
            key={fill}
            class={`bar bar-${fill}`}
            x={x}
            y={to}
            width={width}
            height={Math.max(0, from - to)}
          />
        );
      })}
    </>
  );
}
