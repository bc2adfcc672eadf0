import { useWords } from '../../console/view/words-context.ts';
import type { Language } from '../../console/words/language.ts';
import { ENGLISH_REPORT } from '../words/english-report.ts';
import { FRENCH_REPORT } from '../words/french-report.ts';
import type { ReportStrings } from '../words/report-strings.ts';

const REPORT_STRINGS: Readonly<Record<Language, ReportStrings>> = {
  fr: FRENCH_REPORT,
  en: ENGLISH_REPORT,
};

export function useReportWords(): ReportStrings {
  return REPORT_STRINGS[useWords().language];
}
