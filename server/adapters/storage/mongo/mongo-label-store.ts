import type { LabelStore } from '../../../ports/label-store.ts';
import { attempt, plain } from './attempt.ts';
import type { ConversationDocument, Models } from './documents.ts';

/** What responders did, kept in each conversation's document. */
export function createMongoLabelStore({ conversations }: Models): LabelStore {
  return {
    conversations: () =>
      attempt('reading labels', async () => {
        const found = conversations.find({ 'acts.kind': 'level-lowered' }, 'consent');
        const documents = await found
          .lean<Pick<ConversationDocument, '_id' | 'consent'>[]>()
          .exec();
        return documents.filter(({ consent }) => consent?.training).map(({ _id }) => _id);
      }),
    acts: (conversationId) =>
      attempt('reading acts', async () => {
        const found = conversations.findById(plain(conversationId), 'acts');
        return (await found.lean<Pick<ConversationDocument, 'acts'>>().exec())?.acts ?? [];
      }),
  };
}
