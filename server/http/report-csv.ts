import { RISK_LEVELS } from '../../classifiers/risk-classifier.ts';
import type { Cell, ReportDay } from '../domain/report.ts';

/**
 * One row a day, RFC 4180. A hidden count is `<5`, an unknown median is empty. Every cell is a
 * number, a date or one of these, so none can start a formula.
 */
export function reportCsv(days: readonly ReportDay[]): string {
  const header = [
    'day',
    'conversations',
    'messages',
    ...RISK_LEVELS.map((level) => `level_${level}`),
    'escalations',
    'answered_by_a_person',
    'median_seconds_to_a_person',
  ];
  const rows = days.map((day) => [
    day.day,
    cell(day.conversations),
    cell(day.messages),
    ...RISK_LEVELS.map((level) => cell(day.levels[level])),
    cell(day.escalations),
    cell(day.answered),
    day.medianSecondsToHuman ?? '',
  ]);
  return [header, ...rows].map((row) => `${row.join(',')}\r\n`).join('');
}

function cell(count: Cell): string | number {
  return count ?? '<5';
}
