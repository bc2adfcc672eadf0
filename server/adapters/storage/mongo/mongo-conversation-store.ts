import type { Turn } from '../../../domain/conversation.ts';
import type { ConversationStore } from '../../../ports/conversation-store.ts';
import { appendTurn } from './append-turn.ts';
import { attempt, plain } from './attempt.ts';
import { commitChange } from './commit-change.ts';
import type { ConversationDocument, Models } from './documents.ts';
import { SETTINGS, toConversation, toTurn } from './from-documents.ts';

/** Conversations in MongoDB; each write is one write to one document. */
export function createMongoConversationStore(models: Models): ConversationStore {
  const { conversations, erasures } = models;
  const read = (id: string, fields: string | Record<string, unknown>) =>
    conversations.findById(plain(id), fields).lean<ConversationDocument>().exec();

  async function slice(id: string, from: number, count: number): Promise<Turn[]> {
    if (count <= 0) return [];
    const found = await read(id, { turns: { $slice: [from, count] } });
    return (found?.turns ?? []).map(toTurn);
  }

  const reading = <R>(work: () => Promise<R>) => attempt('reading a conversation', work);
  return {
    create: (conversation, tokenHash, opening) =>
      attempt('making a conversation', async () => {
        const turns = opening.map((turn, index) => ({ ...turn, seq: index + 1 }));
        for (const { text } of opening) plain(text);
        const { id, ...settings } = conversation;
        await conversations.create({
          ...settings,
          _id: plain(id),
          tokenHash: plain(tokenHash),
          lastSeq: turns.length,
          turns,
          pending: [],
          assessments: [],
          escalations: [],
          outbox: [],
          acts: [],
          participantTurns: opening.filter(({ author }) => author === 'participant').length,
          firstEscalatedAt: null,
          firstHumanAt: opening.find(({ author }) => author === 'responder')?.at ?? null,
        } as ConversationDocument);
        return turns;
      }),
    load: (id) => reading(async () => toConversation(await read(id, SETTINGS))),
    loadByTokenHash: (tokenHash) =>
      reading(async () => {
        const found = conversations.findOne({ tokenHash: plain(tokenHash) }, SETTINGS);
        return toConversation(await found.lean<ConversationDocument>().exec());
      }),
    appendParticipantTurn: (id, turn) =>
      attempt('keeping a turn', () => appendTurn(models, id, turn)),
    turnsAfter: (id, after, limit) => reading(() => slice(id, after, limit)),
    turnsBefore: (id, before, limit) =>
      reading(async () => {
        const end = Math.min(before - 1, (await read(id, 'lastSeq'))?.lastSeq ?? 0);
        const start = Math.max(0, end - limit);
        return slice(id, start, end - start);
      }),
    lastSeq: (id) => reading(async () => (await read(id, 'lastSeq'))?.lastSeq ?? 0),
    pendingTurns: (id) =>
      reading(async () => {
        const seqs = ((await read(id, 'pending'))?.pending ?? []).map(({ seq }) => seq);
        if (seqs.length === 0) return [];
        const first = Math.min(...seqs);
        const turns = await slice(id, first - 1, Math.max(...seqs) - first + 1);
        return turns.filter(({ seq }) => seqs.includes(seq));
      }),
    conversationsPending: () =>
      reading(async () => {
        const found = conversations.find({ pendingSince: { $exists: true } }, '_id');
        const rows = await found.sort({ pendingSince: 1 }).lean<{ _id: string }[]>().exec();
        return rows.map(({ _id }) => _id);
      }),
    assessments: (id) =>
      reading(async () => {
        const kept = (await read(id, 'assessments'))?.assessments ?? [];
        return new Map(
          kept.map(({ seq, decision: _decision, ...assessment }) => [seq, assessment]),
        );
      }),
    degradedTurns: (since) =>
      reading(async () => {
        const found = await conversations
          .find(
            { openedAt: { $gte: since }, 'assessments.completeness': 'degraded' },
            'assessments.seq assessments.completeness',
          )
          .sort({ openedAt: 1 })
          .lean<Pick<ConversationDocument, '_id' | 'assessments'>[]>()
          .exec();
        return found.flatMap(({ _id, assessments }) =>
          assessments
            .filter(({ completeness }) => completeness === 'degraded')
            .map(({ seq }) => ({ conversationId: _id, seq })),
        );
      }),
    commit: (change) => attempt('committing', () => commitChange(models, change)),
    erase: (id, receiptId, at) =>
      attempt('erasing', async () => {
        if (!(await conversations.exists({ _id: plain(id) }))) return false;
        // The receipt first: should we end in between, a second try still finds what to erase.
        await erasures.create({ _id: plain(receiptId), at });
        const { deletedCount } = await conversations.deleteOne({ _id: id });
        if (deletedCount === 0) await erasures.deleteOne({ _id: receiptId });
        return deletedCount === 1;
      }),
    purge: (before) =>
      attempt('purging', async () => {
        const old = { openedAt: { $lt: before }, openEscalationId: { $exists: false } };
        return (await conversations.deleteMany(old)).deletedCount;
      }),
    ping: () =>
      attempt('answering', async () => void (await conversations.findById('', '_id').lean())),
  };
}
