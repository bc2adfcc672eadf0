import { useEffect, useState } from 'preact/hooks';
import type { ReportAnswer } from '../../../server/protocol/http-bodies.ts';
import type { Period } from '../figures/periods.ts';

const TRY_AGAIN_MS = 5000;

export type Report =
  | { readonly kind: 'loading' | 'unreachable' | 'refused' | 'noRole' }
  | { readonly kind: 'ready'; readonly answer: ReportAnswer };

export function reportUrl({ from, until }: Period, format: 'json' | 'csv'): string {
  return `/api/reports/daily?${new URLSearchParams({ from, until, format })}`;
}

/** The figures of a period; asks again by itself while the server can't be reached. */
export function useReport(period: Period): Report {
  const [report, setReport] = useState<Report>({ kind: 'loading' });
  const { from, until } = period;
  useEffect(() => {
    const leaving = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const read = async () => {
      const next = await fetchReport({ from, until }, leaving.signal);
      if (leaving.signal.aborted) return;
      setReport(next);
      if (next.kind === 'unreachable') timer = setTimeout(() => void read(), TRY_AGAIN_MS);
    };
    setReport({ kind: 'loading' });
    void read();
    return () => {
      leaving.abort();
      clearTimeout(timer);
    };
  }, [from, until]);
  return report;
}

async function fetchReport(period: Period, signal: AbortSignal): Promise<Report> {
  try {
    const answer = await fetch(reportUrl(period, 'json'), { signal, cache: 'no-store' });
    if (answer.ok) return { kind: 'ready', answer: (await answer.json()) as ReportAnswer };
    if (answer.status === 401 || answer.status === 403) return { kind: 'noRole' };
    return { kind: answer.status < 500 ? 'refused' : 'unreachable' };
  } catch {
    return { kind: 'unreachable' };
  }
}
