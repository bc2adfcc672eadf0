import type { ComponentChildren } from 'preact';
import type { BarColumn } from '../figures/bar-column.ts';
import { BarChart } from './bar-chart.tsx';
import { FigureTable, type TableColumn } from './figure-table.tsx';
import { useReportWords } from './report-words.ts';

/** One question, its answer in words, the drawing, and the same figures as a table. */
export function Figure(props: {
  question: string;
  answer: string;
  days: readonly string[];
  columns: readonly (readonly BarColumn[])[];
  inWords: (value: number) => string;
  table: readonly TableColumn[];
  legend?: ComponentChildren;
}) {
  const words = useReportWords();
  const nothing = props.columns
    .flat()
    .every(
      (column) =>
        column.kind === 'unknown' ||
        (column.kind === 'segments' && column.segments.every((segment) => segment.value === 0)),
    );
  return (
    <section class="figure">
      <p class="quiet">{props.question}</p>
      <h2>{props.answer}</h2>
      {nothing ? (
        <p class="nothing">{words.nothingYet}</p>
      ) : (
        <>
          {props.legend && <ul class="legend">{props.legend}</ul>}
          <BarChart
            title={`${props.question} ${props.answer}`}
            days={props.days}
            columns={props.columns}
            inWords={props.inWords}
          />
        </>
      )}
      <details>
        <summary>{words.table}</summary>
        <FigureTable caption={props.question} days={props.days} columns={props.table} />
      </details>
    </section>
  );
}
