import type { ReportAnswer } from '../../../server/protocol/http-bodies.ts';
import type { LevelWire } from '../../../server/protocol/turn-wire.ts';
import { LEVELS_URGENT_FIRST } from '../../console/state/level-order.ts';
import { LevelShape } from '../../console/view/level-mark.tsx';
import { useWords } from '../../console/view/words-context.ts';
import { shortDuration, spokenDuration } from '../../console/words/durations.ts';
import { type BarColumn, barOf, levelColumn } from '../figures/bar-column.ts';
import { busiestWeekday } from '../figures/busiest-weekday.ts';
import { type Count, countOf } from '../figures/count.ts';
import { medianOfDays } from '../figures/median-of-days.ts';
import type { Cell, ReportDay } from '../figures/report-day.ts';
import { roundedWait } from '../figures/rounded-wait.ts';
import { Figure } from './figure.tsx';
import type { TableColumn } from './figure-table.tsx';
import { useReportWords } from './report-words.ts';

/** The five questions, answered from the figures of one period. */
export function FiguresView({ answer }: { answer: ReportAnswer }) {
  const { language, words } = useWords();
  const report = useReportWords();
  const number = new Intl.NumberFormat(words.tag);
  const days = answer.days.map(({ day }) => dayInWords(day, words.tag));

  const cells = (of: (day: ReportDay) => Cell) => answer.days.map(of);
  const count = (of: (day: ReportDay) => Cell) => countOf(cells(of));
  const written = (value: number) => number.format(value);
  const total = ({ atLeast, exact }: Count) => `${exact ? '' : '≥ '}${written(atLeast)}`;
  const column = (title: string, of: (day: ReportDay) => Cell): TableColumn => ({
    title,
    cells: cells(of).map((cell) => (cell === null ? report.hidden : written(cell))),
    total: total(count(of)),
  });

  const conversations = count((day) => day.conversations);
  // Few people may have written nothing at all.
  const messages = countOf(
    cells((day) => day.messages),
    0,
  );
  const byLevel = Object.fromEntries(
    LEVELS_URGENT_FIRST.map((level) => [level, count((day) => day.levels[level])]),
  ) as Record<LevelWire, Count>;
  const waits = answer.days.map((day) => day.medianSecondsToHuman);
  const typical = medianOfDays(waits);
  const unitS = Math.max(0, ...waits.map((wait) => wait ?? 0)) >= 60 ? 60 : 1;
  const inWords = (seconds: number) => shortDuration(roundedWait(seconds) * 1000, language);
  const waitOf = (day: ReportDay): BarColumn =>
    day.medianSecondsToHuman === null
      ? { kind: 'unknown' }
      : barOf(day.medianSecondsToHuman / unitS, 'answered');
  const shortWait = (value: number) => inWords(value * unitS);

  return (
    <>
      <Figure
        question={report.questions.conversations}
        answer={report.answers.conversations(
          conversations,
          answer.days.length,
          busiestWeekday(answer.days.map((day) => ({ day: day.day, count: day.conversations }))),
        )}
        days={days}
        columns={answer.days.map((day) => [barOf(day.conversations, 'main')])}
        inWords={written}
        table={[column(report.columns.conversations, (day) => day.conversations)]}
      />
      <Figure
        question={report.questions.messages}
        answer={report.answers.messages(messages, conversations)}
        days={days}
        columns={answer.days.map((day) => [
          // Hidden because of few conversations; how many messages they hold is not known.
          day.messages === null ? { kind: 'unknown' } : barOf(day.messages, 'main'),
        ])}
        inWords={written}
        table={[
          {
            title: report.columns.messages,
            cells: cells((day) => day.messages).map((cell) =>
              cell === null ? report.unknown : written(cell),
            ),
            total: total(messages),
          },
        ]}
      />
      <Figure
        question={report.questions.levels}
        answer={report.answers.levels(byLevel, conversations)}
        days={days}
        columns={answer.days.map((day) => [levelColumn(day)])}
        inWords={written}
        table={LEVELS_URGENT_FIRST.map((level) =>
          column(words.levels[level], (day) => day.levels[level]),
        )}
        legend={
          <>
            {LEVELS_URGENT_FIRST.map((level) => (
              <li key={level}>
                <Swatch fill={level} />
                <LevelShape level={level} />
                {words.levels[level]}
              </li>
            ))}
            <li>
              <Swatch fill="hidden" />
              {report.hidden}
            </li>
          </>
        }
      />
      <Figure
        question={report.questions.escalations}
        answer={report.answers.escalations(
          count((day) => day.escalations),
          count((day) => day.answered),
        )}
        days={days}
        columns={answer.days.map((day) => [
          barOf(day.escalations, 'opened'),
          barOf(day.answered, 'answered'),
        ])}
        inWords={written}
        table={[
          column(report.columns.escalations, (day) => day.escalations),
          column(report.columns.answered, (day) => day.answered),
        ]}
        legend={
          <>
            <li>
              <Swatch fill="opened" />
              {report.columns.escalations}
            </li>
            <li>
              <Swatch fill="answered" />
              {report.columns.answered}
            </li>
          </>
        }
      />
      <Figure
        question={report.questions.waiting}
        answer={report.answers.waiting(
          typical.median === null
            ? null
            : spokenDuration(roundedWait(typical.median) * 1000, language),
          typical.days,
        )}
        days={days}
        columns={answer.days.map((day) => [waitOf(day)])}
        inWords={shortWait}
        table={[
          {
            title: report.columns.waiting,
            cells: waits.map((wait) => (wait === null ? '–' : inWords(wait))),
            total: '',
          },
        ]}
      />
    </>
  );
}

function Swatch({ fill }: { fill: string }) {
  return (
    <svg class="swatch" viewBox="0 0 22 16" aria-hidden="true">
      <rect class={`bar bar-${fill}`} x="1" y="1" width="20" height="14" />
    </svg>
  );
}

function dayInWords(day: string, tag: string): string {
  return new Date(day).toLocaleDateString(tag, { day: 'numeric', month: 'short', timeZone: 'UTC' });
}
