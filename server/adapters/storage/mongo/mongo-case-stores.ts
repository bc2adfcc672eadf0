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
          .findOne({ openEscalationId: plain(id) }, 'version escalations')
          .lean<Cases & { _id: string; version: number }>()
          .exec();
        const claim = found?.escalations.find((one) => one.id === id)?.claim;
        if (!found || claim?.responderId !== responderId) return false;
        const escalations = found.escalations.map((one) =>
          one.id === id ? { ...one, claim: { ...claim, leaseUntil } } : one,
        );
        // A commit that came between has its own say; the next renewal is half a minute away.
        const { modifiedCount } = await conversations.updateOne(
          { _id: found._id, version: found.version },
          { $set: { escalations } },
        );
        return modifiedCount === 1;
      }),
  };
}

/** Notifications that wait to be delivered. */
export function createMongoOutboxStore({ conversations }: Models): OutboxStore {
  return {
    due: (now, limit) =>
      attempt('reading the outbox', async () => {
        const found = conversations.find({ 'outbox.dueAt': { $lte: now } }, 'outbox');
        const rows = await found.lean<Pick<ConversationDocument, 'outbox'>[]>().exec();
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
