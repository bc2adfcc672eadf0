import type { ConversationFacts } from '../domain/report.ts';

export interface ReportStore {
  /** Facts of the conversations opened from `from` (included) to `until` (excluded), in no order. */
  facts(from: Date, until: Date): Promise<readonly ConversationFacts[]>;
}
