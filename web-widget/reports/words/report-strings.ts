import type { LevelWire } from '../../../server/protocol/turn-wire.ts';
import type { Count } from '../figures/count.ts';
import type { PeriodProblem } from '../figures/periods.ts';

/** Every sentence of the reports. A language that lacks one doesn't compile. */
export interface ReportStrings {
  readonly title: string;
  readonly period: string;
  readonly lastDays: (count: number) => string;
  readonly from: string;
  readonly until: string;
  readonly show: string;
  readonly csv: string;
  readonly loading: string;
  readonly unreachable: string;
  readonly refused: string;
  readonly noRole: string;
  readonly periodProblems: Readonly<Record<PeriodProblem, string>>;
  readonly shownPeriod: (from: string, until: string, timeZone: string) => string;
  /** A hidden cell. */
  readonly hidden: string;
  /** A cell of which only is known that few people are behind it. */
  readonly unknown: string;
  readonly hiddenExplained: string;
  readonly table: string;
  readonly day: string;
  readonly total: string;
  readonly weekdays: readonly [string, string, string, string, string, string, string];
  readonly questions: {
    readonly conversations: string;
    readonly messages: string;
    readonly levels: string;
    readonly escalations: string;
    readonly waiting: string;
  };
  readonly answers: {
    readonly conversations: (count: Count, days: number, busiest: number | null) => string;
    readonly messages: (messages: Count, conversations: Count) => string;
    readonly levels: (urgent: Readonly<Record<LevelWire, Count>>, conversations: Count) => string;
    readonly escalations: (opened: Count, answered: Count) => string;
    readonly waiting: (duration: string | null, days: number) => string;
  };
  readonly columns: {
    readonly conversations: string;
    readonly messages: string;
    readonly escalations: string;
    readonly answered: string;
    readonly waiting: string;
  };
  readonly nothingYet: string;
  readonly definitionsTitle: string;
  readonly definitions: readonly (readonly [term: string, meaning: string])[];
}
