import type { Turn } from '../../../domain/conversation.ts';
import {
  type CommitResult,
  type ConversationChange,
  StorageUnavailableError,
} from '../../../ports/conversation-store.ts';
import { ATTEMPTS } from './append-turn.ts';
import { plain } from './attempt.ts';
import type { ConversationDocument, Models } from './documents.ts';

/** What a commit has to know of the document; no turns. */
const NEEDED =
  'version lastSeq pending escalations.id escalations.closedAt firstEscalatedAt firstHumanAt ' +
  'assessments.seq assessments.completeness';

/** Writes a whole change with one update of one document, made only if nothing moved meanwhile. */
export async function commitChange(
  { conversations }: Pick<Models, 'conversations'>,
  change: ConversationChange,
): Promise<CommitResult> {
  const { conversation, answered, reread } = change;
  const { id, version } = conversation;
  const turnIds = change.turns.map(({ turnId, text }) => plain(text) && plain(turnId));
  if (new Set(turnIds).size < turnIds.length) {
    throw new StorageUnavailableError('two turns of a change have one id');
  }
  for (let tries = 1; tries <= ATTEMPTS; tries++) {
    const found = await conversations
      .findById(plain(id), NEEDED)
      .lean<ConversationDocument>()
      .exec();
    if (!found) return { kind: 'unknown' };
    if (answered && !found.pending.some(({ seq }) => seq === answered.seq)) {
      return { kind: 'duplicate' };
    }
    if (reread && !isDegraded(found, reread.seq)) return { kind: 'duplicate' };
    if (found.version !== version) return { kind: 'conflict' };
    const turns = change.turns.map((turn, index) => ({ ...turn, seq: found.lastSeq + 1 + index }));
    const { modifiedCount } = await conversations.updateOne(
      { _id: id, version, lastSeq: found.lastSeq, 'turns.turnId': { $nin: turnIds } },
      updateFor(change, found, turns),
    );
    if (modifiedCount === 1) {
      return { kind: 'committed', conversation: { ...conversation, version: version + 1 }, turns };
    }
    if (await conversations.exists({ _id: id, 'turns.turnId': { $in: turnIds } })) {
      throw new StorageUnavailableError('a turn id is there already');
    }
  }
  throw new StorageUnavailableError('too many write to one conversation at once');
}

const isDegraded = ({ assessments }: ConversationDocument, seq: number): boolean =>
  assessments.find((one) => one.seq === seq)?.completeness === 'degraded';

/** Everything of a change as one update. */
function updateFor(
  { conversation, answered, reread, escalation, outbox = [], acts = [] }: ConversationChange,
  found: ConversationDocument,
  turns: readonly Turn[],
) {
  const { id: _id, version, ...settings } = conversation;
  const pending = found.pending.filter(({ seq }) => seq !== answered?.seq);
  const pendingSince = pending.map(({ at }) => at).sort((a, b) => +a - +b)[0];
  const others = found.escalations.filter(({ id }) => id !== escalation?.id);
  const openEscalationId = [...others, ...(escalation ? [escalation] : [])].find(
    ({ closedAt }) => closedAt === null,
  )?.id;
  // Cases are never removed, so the place of a known one stays. The others are left alone:
  // a lease may be renewed at any time.
  const place = found.escalations.findIndex(({ id }) => id === escalation?.id);
  const written = turns.filter(({ author }) => author === 'participant').length;
  const human = turns.find(({ author }) => author === 'responder')?.at;

  const values: Record<string, unknown> = {
    ...settings,
    version: version + 1,
    lastSeq: found.lastSeq + turns.length,
    pending,
    pendingSince,
    ageBand: conversation.ageBand,
    consent: conversation.consent,
    openEscalationId,
    firstEscalatedAt: found.firstEscalatedAt ?? escalation?.openedAt ?? null,
    firstHumanAt: found.firstHumanAt ?? human ?? null,
    ...rereadValues(found, reread),
    ...(escalation && place >= 0 && { [`escalations.${place}`]: escalation }),
  };
  const entries = Object.entries(values);
  return {
    $set: Object.fromEntries(entries.filter(([, value]) => value !== undefined)),
    $unset: Object.fromEntries(
      entries.filter(([, value]) => value === undefined).map(([name]) => [name, 1]),
    ),
    $inc: { participantTurns: written },
    $push: {
      turns: { $each: turns },
      outbox: { $each: outbox },
      acts: { $each: acts },
      ...(answered && {
        assessments: { ...answered.assessment, seq: answered.seq, decision: answered.decision },
      }),
      ...(escalation && place < 0 && { escalations: escalation }),
    },
  };
}

/** What was seen is replaced, what was decided then stays; assessments are never removed. */
function rereadValues(
  { assessments }: ConversationDocument,
  reread: ConversationChange['reread'],
): Record<string, unknown> {
  if (!reread) return {};
  const at = assessments.findIndex(({ seq }) => seq === reread.seq);
  return Object.fromEntries(
    Object.entries(reread.assessment).map(([name, value]) => [`assessments.${at}.${name}`, value]),
  );
}
