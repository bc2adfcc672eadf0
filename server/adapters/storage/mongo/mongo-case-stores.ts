import type { EscalationStore } from '../../../ports/escalation-store.ts';
import type { OutboxStore } from '../../../ports/outbox-store.ts';
import { attempt, plain } from './attempt.ts';
import type { ConversationDocument, Models } from './documents.ts';

type Cases = Pick<ConversationDocument, 'escalations'>;

/** The queue's reads and its leases. */
export function createMongoEscalationStore({ conversations }: Models): EscalationStore {
  const isOpen = ({ closedAt }: Cases['escalations'][number]) => closedAt === null;
  return {
    open: () =>
      attempt('reading the queue', async () => {
        const found = conversations.find({ openEscalationId: { $exists: true } }, 'escalations');
        return (await found.lean<Cases[]>().exec()).flatMap(({ escalations }) =>
          escalations.filter(isOpen),
        );
      }),
    find: (id) =>
      attempt('reading a case', async () => {
        const found = conversations.findOne({ 'escalations.id': plain(id) }, 'escalations');
        return (await found.lean<Cases>().exec())?.escalations.find((one) => one.id === id);
      }),
    openOf: (conversationId) =>
      attempt('reading a case', async () => {
        const found = conversations.findById(plain(conversationId), 'escalations');
        return (await found.lean<Cases>().exec())?.escalations.find(isOpen);
      }),
    renewLease: (id, responderId, leaseUntil) =>
      attempt('renewing a lease', async () => {
        const found = await conversations
          .findOne({ openEscalationId: plain(id) }, 'escalations.id')
          .lean<Cases & { _id: string }>()
          .exec();
        if (!found) return false;
        // A case never changes its place, so that commits in between don't matter.
        const place = `escalations.${found.escalations.findIndex((one) => one.id === id)}`;
        const { matchedCount } = await conversations.updateOne(
          {
            _id: found._id,
            [`${place}.id`]: id,
            [`${place}.claim.responderId`]: plain(responderId),
            [`${place}.closedAt`]: null,
          },
          { $set: { [`${place}.claim.leaseUntil`]: leaseUntil } },
        );
        return matchedCount === 1;
      }),
  };
}

/** Notifications that wait to be delivered. */
export function createMongoOutboxStore({ conversations }: Models): OutboxStore {
  return {
    due: (now, limit) =>
      attempt('reading the outbox', async () => {
        // A document is sorted by its earliest entry, so these hold the first `limit` of all.
        const found = conversations.find({ 'outbox.dueAt': { $lte: now } }, 'outbox');
        const rows = await found
          .sort({ 'outbox.dueAt': 1 })
          .limit(limit)
          .lean<Pick<ConversationDocument, 'outbox'>[]>()
          .exec();
        return rows
          .flatMap(({ outbox }) => outbox)
          .filter(({ dueAt }) => dueAt <= now)
          .sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime())
          .slice(0, limit);
      }),
    settle: (id) =>
      attempt('settling', async () => {
        await conversations.updateOne({ 'outbox.id': plain(id) }, { $pull: { outbox: { id } } });
      }),
    postpone: (id, attempts, dueAt) =>
      attempt('postponing', async () => {
        await conversations.updateOne(
          { 'outbox.id': plain(id) },
          { $set: { 'outbox.$.attempts': attempts, 'outbox.$.dueAt': dueAt } },
        );
      }),
  };
}
