import { useState } from 'preact/hooks';
import {
  lastDays,
  localDay,
  PERIOD_LENGTHS,
  type Period,
  type PeriodProblem,
  problemOfPeriod,
} from '../figures/periods.ts';
import { useReportWords } from './report-words.ts';

/** Which days: the last so many, or from one day until another. */
export function PeriodPicker(props: { period: Period; onPick: (period: Period) => void }) {
  const words = useReportWords();
  const { period } = props;
  const [asked, setAsked] = useState(period);
  const [problem, setProblem] = useState<PeriodProblem | null>(null);
  const today = localDay(new Date());

  function pick(next: Period) {
    setAsked(next);
    const found = problemOfPeriod(next);
    setProblem(found);
    if (!found) props.onPick(next);
  }
  return (
    <form
      class="period"
      aria-label={words.period}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        pick(asked);
      }}
    >
      <div class="lengths">
        {PERIOD_LENGTHS.map((length) => {
          const choice = lastDays(length, today);
          return (
            <button
              key={length}
              type="button"
              aria-pressed={choice.from === period.from && choice.until === period.until}
              onClick={() => pick(choice)}
            >
              {words.lastDays(length)}
            </button>
          );
        })}
      </div>
      <div class="from-until">
        <label>
          <span>{words.from}</span>
          <input
            type="date"
            value={asked.from}
            max={today}
            onInput={(event) => setAsked({ ...asked, from: event.currentTarget.value })}
          />
        </label>
        <label>
          <span>{words.until}</span>
          <input
            type="date"
            value={asked.until}
            max={today}
            onInput={(event) => setAsked({ ...asked, until: event.currentTarget.value })}
          />
        </label>
        <button type="submit">{words.show}</button>
      </div>
      <p class="trouble" role="alert">
        {problem && words.periodProblems[problem]}
      </p>
    </form>
  );
}
