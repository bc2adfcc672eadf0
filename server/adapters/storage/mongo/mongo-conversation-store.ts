import type { Conversation, NewTurn, Turn } from '../../../domain/conversation.ts';
import {
  type AppendResult,
  type CommitResult,
  type ConversationChange,
  type ConversationStore,
  StorageUnavailableError,
} from '../../../ports/conversation-store.ts';
import { attempt, plain } from './attempt.ts';
import type { ConversationDocument, Models } from './documents.ts';

/** Others may append meanwhile; each time it is looked at afresh. */
const ATTEMPTS = 200;
const SETTINGS =
  'version handling level highestLevel locale site ageBand consent flowState openedAt tokenExpiresAt';

/** Conversations in MongoDB; a commit is one write to one document, made only if nothing moved. */
export function createMongoConversationStore({
  conversations,
  erasures,
}: Models): ConversationStore {
  const read = (id: string, fields: string | Record<string, unknown>) =>
    conversations.findById(plain(id), fields).lean<ConversationDocument>().exec();

  async function slice(id: string, from: number, count: number): Promise<Turn[]> {
    if (count <= 0) return [];
    const found = await read(id, { turns: { $slice: [from, count] } });
    return (found?.turns ?? []).map(toTurn);
  }

  async function append(id: string, turn: NewTurn): Promise<AppendResult> {
    for (let tries = 1; tries <= ATTEMPTS; tries++) {
      const found = await read(id, {
        lastSeq: 1,
        handling: 1,
        turns: { $elemMatch: { turnId: plain(turn.turnId) } },
      });
      if (!found) return { kind: 'unknown' };
      const [known] = found.turns ?? [];
      if (known) {
        const same =
          known.author === turn.author && known.text === turn.text && known.choice === turn.choice;
        return same ? { kind: 'repeated', turn: toTurn(known) } : { kind: 'id-reused' };
      }
      if (found.handling.kind === 'closed') return { kind: 'closed' };
      const seq = found.lastSeq + 1;
      const { modifiedCount } = await conversations.updateOne(
        { _id: id, lastSeq: found.lastSeq, 'handling.kind': found.handling.kind },
        {
          $set: { lastSeq: seq },
          $inc: { participantTurns: 1 },
          $push: { turns: { ...turn, seq }, pending: { seq, at: turn.at } },
          $min: { pendingSince: turn.at },
        },
      );
      if (modifiedCount === 1) return { kind: 'kept', turn: { ...turn, seq } };
    }
    throw new StorageUnavailableError('too many write to one conversation at once');
  }

  async function commit(change: ConversationChange): Promise<CommitResult> {
    const { conversation, answered } = change;
    const { id, version } = conversation;
    for (let tries = 1; tries <= ATTEMPTS; tries++) {
      const found = await read(
        id,
        'version lastSeq pending escalations firstEscalatedAt firstHumanAt',
      );
      if (!found) return { kind: 'unknown' };
      if (answered && !found.pending.some(({ seq }) => seq === answered.seq))
        return { kind: 'duplicate' };
      if (found.version !== version) return { kind: 'conflict' };
      const turns = change.turns.map((turn, index) => ({
        ...turn,
        seq: found.lastSeq + 1 + index,
      }));
      const { modifiedCount } = await conversations.updateOne(
        {
          _id: id,
          version,
          lastSeq: found.lastSeq,
          'turns.turnId': { $nin: turns.map(({ turnId }) => turnId) },
        },
        updateFor(change, found, turns),
      );
      if (modifiedCount === 1) {
        return {
          kind: 'committed',
          conversation: { ...conversation, version: version + 1 },
          turns,
        };
      }
      const ids = turns.map(({ turnId }) => turnId);
      if (await conversations.exists({ _id: id, 'turns.turnId': { $in: ids } })) {
        throw new StorageUnavailableError('a turn id is there already');
      }
    }
    throw new StorageUnavailableError('too many write to one conversation at once');
  }

  return {
    create: (conversation, tokenHash, opening) =>
      attempt('creating', async () => {
        const turns = opening.map((turn, index) => ({ ...turn, seq: index + 1 }));
        const { id, ...settings } = conversation;
        await conversations.create({
          ...settings,
          _id: id,
          tokenHash: plain(tokenHash),
          lastSeq: turns.length,
          turns,
          pending: [],
          assessments: [],
          escalations: [],
          outbox: [],
          acts: [],
          participantTurns: 0,
          firstEscalatedAt: null,
          firstHumanAt: null,
        } as ConversationDocument);
        return turns;
      }),
    load: (id) => attempt('loading', async () => toConversation(await read(id, SETTINGS))),
    loadByTokenHash: (tokenHash) =>
      attempt('loading', async () => {
        const found = conversations.findOne({ tokenHash: plain(tokenHash) }, SETTINGS);
        return toConversation(await found.lean<ConversationDocument>().exec());
      }),
    appendParticipantTurn: (id, turn) => attempt('keeping a turn', () => append(id, turn)),
    turnsAfter: (id, after, limit) => attempt('reading turns', () => slice(id, after, limit)),
    turnsBefore: (id, before, limit) =>
      attempt('reading turns', async () => {
        const end = Math.min(before - 1, (await read(id, 'lastSeq'))?.lastSeq ?? 0);
        const start = Math.max(0, end - limit);
        return slice(id, start, end - start);
      }),
    lastSeq: (id) => attempt('reading', async () => (await read(id, 'lastSeq'))?.lastSeq ?? 0),
    pendingTurns: (id) =>
      attempt('reading turns', async () => {
        const seqs = ((await read(id, 'pending'))?.pending ?? []).map(({ seq }) => seq);
        const first = Math.min(...seqs);
        const turns =
          seqs.length === 0 ? [] : await slice(id, first - 1, Math.max(...seqs) - first + 1);
        return turns.filter(({ seq }) => seqs.includes(seq));
      }),
    conversationsPending: () =>
      attempt('reading', async () => {
        const found = conversations.find({ pendingSince: { $exists: true } }, '_id');
        const rows = await found.sort({ pendingSince: 1 }).lean<{ _id: string }[]>().exec();
        return rows.map(({ _id }) => _id);
      }),
    assessments: (id) =>
      attempt('reading', async () => {
        const found = await read(id, 'assessments');
        return new Map(
          (found?.assessments ?? []).map(
            ({ seq, level, signals, language, completeness, assessor }) => [
              seq,
              { level, signals, language, completeness, assessor },
            ],
          ),
        );
      }),
    commit: (change) => attempt('committing', () => commit(change)),
    erase: (id, receiptId, at) =>
      attempt('erasing', async () => {
        const { deletedCount } = await conversations.deleteOne({ _id: plain(id) });
        if (deletedCount === 0) return false;
        await erasures.create({ _id: receiptId, at });
        return true;
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

/** Everything of a change as one update. */
function updateFor(
  { conversation, answered, escalation, outbox = [], acts = [] }: ConversationChange,
  found: ConversationDocument,
  turns: readonly Turn[],
) {
  const { id: _id, version, ...settings } = conversation;
  const pending = found.pending.filter(({ seq }) => seq !== answered?.seq);
  const pendingSince =
    pending.length > 0 ? new Date(Math.min(...pending.map(({ at }) => +at))) : undefined;
  const escalations = escalation
    ? [...found.escalations.filter((one) => one.id !== escalation.id), escalation]
    : found.escalations;
  const openEscalationId = escalations.find(({ closedAt }) => closedAt === null)?.id;
  const gone = {
    ...(pendingSince === undefined && { pendingSince: 1 }),
    ...(openEscalationId === undefined && { openEscalationId: 1 }),
  };
  return {
    $set: {
      ...settings,
      version: version + 1,
      lastSeq: found.lastSeq + turns.length,
      pending,
      ...(pendingSince && { pendingSince }),
      escalations,
      ...(openEscalationId && { openEscalationId }),
      firstEscalatedAt: found.firstEscalatedAt ?? escalation?.openedAt ?? null,
      firstHumanAt:
        found.firstHumanAt ?? turns.find(({ author }) => author === 'responder')?.at ?? null,
    },
    ...(Object.keys(gone).length > 0 && { $unset: gone }),
    $push: {
      turns: { $each: turns },
      outbox: { $each: outbox },
      acts: { $each: acts },
      assessments: {
        $each: answered
          ? [{ ...answered.assessment, seq: answered.seq, decision: answered.decision }]
          : [],
      },
    },
  };
}

function toConversation(found: ConversationDocument | null): Conversation | undefined {
  if (!found) return undefined;
  return {
    id: found._id,
    version: found.version,
    handling: found.handling,
    level: found.level,
    highestLevel: found.highestLevel,
    locale: found.locale,
    site: found.site,
    ...(found.ageBand && { ageBand: found.ageBand }),
    ...(found.consent && { consent: found.consent }),
    flowState: found.flowState,
    openedAt: found.openedAt,
    tokenExpiresAt: found.tokenExpiresAt,
  };
}

function toTurn({ seq, turnId, author, text, choices, choice, responderId, at }: Turn): Turn {
  return {
    seq,
    turnId,
    author,
    text,
    ...(choices && { choices }),
    ...(choice && { choice }),
    ...(responderId && { responderId }),
    at,
  };
}
