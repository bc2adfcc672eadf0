import { useEffect, useState } from 'preact/hooks';
import { HelplinesCheck } from '../../console/view/helplines-check.tsx';
import type { Account } from '../../console/view/staff-gate.tsx';
import { TopBar } from '../../console/view/top-bar.tsx';
import { useWords } from '../../console/view/words-context.ts';
import { lastDays, localDay, type Period } from '../figures/periods.ts';
import { FiguresView } from './figures-view.tsx';
import { FillPatterns } from './fill-patterns.tsx';
import { PeriodPicker } from './period-picker.tsx';
import { useReportWords } from './report-words.ts';
import { reportUrl, useReport } from './use-report.ts';

const FIRST_SHOWN_DAYS = 30;

/** The page of those who run the service: figures only, nobody's words. */
export function ReportsView({ account }: { account: Account }) {
  const { words } = useWords();
  const report = useReportWords();
  const [period, setPeriod] = useState<Period>(() =>
    lastDays(FIRST_SHOWN_DAYS, localDay(new Date())),
  );
  const figures = useReport(period);
  useEffect(() => {
    document.title = `${report.title} · ${words.product}`;
  }, [report, words]);
  const inWords = (day: string) =>
    new Date(day).toLocaleDateString(words.tag, { dateStyle: 'long', timeZone: 'UTC' });

  return (
    <>
      <TopBar page="reports" responder={account.responder} lit onLeave={account.leave} />
      <main class="reports">
        <h1>{report.title}</h1>
        <PeriodPicker period={period} onPick={setPeriod} />
        {figures.kind === 'ready' ? (
          <>
            <div class="period-shown">
              <p>
                {report.shownPeriod(
                  inWords(period.from),
                  inWords(period.until),
                  figures.answer.timeZone,
                )}
                . <span class="quiet">{report.hiddenExplained}</span>
              </p>
              <a class="button" href={reportUrl(period, 'csv')} download>
                {report.csv}
              </a>
            </div>
            <FillPatterns />
            <FiguresView answer={figures.answer} />
          </>
        ) : (
          <p class="nothing" role="status">
            {report[figures.kind]}
          </p>
        )}
        <section class="helplines-due" aria-labelledby="helplines-due">
          <h2 id="helplines-due">{words.lines.title}</h2>
          <HelplinesCheck />
        </section>
        <section class="definitions" aria-labelledby="definitions">
          <h2 id="definitions">{report.definitionsTitle}</h2>
          <dl>
            {report.definitions.map(([term, meaning]) => (
              <div key={term}>
                <dt>{term}</dt>
                <dd>{meaning}</dd>
              </div>
            ))}
          </dl>
        </section>
      </main>
    </>
  );
}
