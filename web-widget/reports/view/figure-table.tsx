import { useReportWords } from './report-words.ts';

export interface TableColumn {
  readonly title: string;
  /** In the order of the days, as they are to be read. */
  readonly cells: readonly string[];
  /** Nothing where a total would mean nothing. */
  readonly total: string;
}

/** Figures by day, to be read by people and by screen readers. */
export function FigureTable(props: {
  caption: string;
  days: readonly string[];
  columns: readonly TableColumn[];
}) {
  const words = useReportWords();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls sideways, and keyboards must reach it.
    <section class="table-place" aria-label={props.caption} tabIndex={0}>
      <table>
        <caption>{props.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.day}</th>
            {props.columns.map((column) => (
              <th key={column.title} scope="col">
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.days.map((day, index) => (
            <tr key={day}>
              <th scope="row">{day}</th>
              {props.columns.map((column) => (
                <td key={column.title}>{column.cells[index]}</td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{words.total}</th>
            {props.columns.map((column) => (
              <td key={column.title}>{column.total}</td>
            ))}
          </tr>
        </tfoot>
      </table>
    </section>
  );
}
