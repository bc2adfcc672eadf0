import type { ReportStore } from '../../../ports/report-store.ts';
import { attempt } from './attempt.ts';
import type { ConversationDocument, Models } from './documents.ts';

type Facts = Pick<
  ConversationDocument,
  'openedAt' | 'highestLevel' | 'participantTurns' | 'firstEscalatedAt' | 'firstHumanAt'
>;

/** Facts for reports, kept as counters in each document; no text is read. */
export function createMongoReportStore({ conversations }: Models): ReportStore {
  return {
    facts: (from, until) =>
      attempt('reading facts', async () => {
        const found = conversations.find(
          { openedAt: { $gte: from, $lt: until } },
          'openedAt highestLevel participantTurns firstEscalatedAt firstHumanAt',
        );
        return (await found.lean<Facts[]>().exec()).map((facts) => ({
          openedAt: facts.openedAt,
          level: facts.highestLevel,
          messages: facts.participantTurns,
          escalatedAt: facts.firstEscalatedAt,
          firstHumanAt: facts.firstHumanAt,
        }));
      }),
  };
}
