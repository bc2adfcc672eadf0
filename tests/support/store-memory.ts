import type { RiskAssessment } from '../../classifiers/risk-classifier.ts';
import type { Conversation, NewTurn, Turn } from '../../server/domain/conversation.ts';
import type { Escalation } from '../../server/domain/escalation.ts';
import type { OutboxEntry } from '../../server/domain/outbox.ts';
import type { Act, Responder, Session } from '../../server/domain/responder.ts';
import { StorageUnavailableError } from '../../server/ports/conversation-store.ts';
import { EmailTakenError } from '../../server/ports/responder-store.ts';
import type { Stores } from '../../server/ports/stores.ts';

interface Kept {
  conversation: Conversation;
  readonly tokenHash: string;
  readonly turns: Turn[];
  readonly pending: Set<number>;
  readonly assessments: Map<number, RiskAssessment>;
  readonly escalations: Map<string, Escalation>;
  readonly outbox: Map<string, OutboxEntry>;
  readonly acts: Act[];
}

export interface MemoryStores extends Stores {
  /** While true, every method rejects as if the store were away. */
  away: boolean;
}

/** All stores in this process's memory, for tests of what uses them; keeps the same contract. */
export function createMemoryStores(): MemoryStores {
  const kept = new Map<string, Kept>();
  const receipts = new Set<string>();
  const responders = new Map<string, Responder>();
  const sessions = new Map<string, Session>();
  const flows = new Map<string, string>();
  let closed = false;

  const escalations = () => [...kept.values()].flatMap((one) => [...one.escalations.values()]);
  const append = (one: Kept, turn: NewTurn): Turn => {
    const numbered = { ...turn, seq: (one.turns.at(-1)?.seq ?? 0) + 1 };
    one.turns.push(numbered);
    return numbered;
  };
  const sameContent = (a: NewTurn, b: NewTurn) =>
    a.author === b.author && a.text === b.text && a.choice === b.choice;

  const stores: MemoryStores = {
    away: false,
    conversations: {
      async create(conversation, tokenHash, opening) {
        const taken = [...kept.values()].some((one) => one.tokenHash === tokenHash);
        if (taken || kept.has(conversation.id)) {
          throw new StorageUnavailableError(
            'a conversation with this id or token is there already',
          );
        }
        const one: Kept = {
          conversation,
          tokenHash,
          turns: [],
          pending: new Set(),
          assessments: new Map(),
          escalations: new Map(),
          outbox: new Map(),
          acts: [],
        };
        kept.set(conversation.id, one);
        return opening.map((turn) => append(one, turn));
      },
      load: async (id) => kept.get(id)?.conversation,
      loadByTokenHash: async (hash) =>
        [...kept.values()].find(({ tokenHash }) => tokenHash === hash)?.conversation,
      async appendParticipantTurn(id, turn) {
        const one = kept.get(id);
        if (!one) return { kind: 'unknown' };
        const same = one.turns.find(({ turnId }) => turnId === turn.turnId);
        if (same)
          return sameContent(same, turn) ? { kind: 'repeated', turn: same } : { kind: 'id-reused' };
        if (one.conversation.handling.kind === 'closed') return { kind: 'closed' };
        const numbered = append(one, turn);
        one.pending.add(numbered.seq);
        return { kind: 'kept', turn: numbered };
      },
      turnsAfter: async (id, after, limit) =>
        (kept.get(id)?.turns ?? []).filter(({ seq }) => seq > after).slice(0, limit),
      turnsBefore: async (id, before, limit) =>
        (kept.get(id)?.turns ?? [])
          .filter(({ seq }) => seq < before)
          .reverse()
          .slice(0, limit)
          .reverse(),
      lastSeq: async (id) => kept.get(id)?.turns.at(-1)?.seq ?? 0,
      pendingTurns: async (id) => {
        const one = kept.get(id);
        return one?.turns.filter(({ seq }) => one.pending.has(seq)) ?? [];
      },
      conversationsPending: async () =>
        [...kept.values()]
          .flatMap(({ conversation, turns, pending }) => {
            const first = turns.find(({ seq }) => pending.has(seq));
            return first ? [{ id: conversation.id, at: first.at.getTime() }] : [];
          })
          .sort((a, b) => a.at - b.at)
          .map(({ id }) => id),
      assessments: async (id) => new Map(kept.get(id)?.assessments),
      degradedTurns: async (since) =>
        [...kept.values()]
          .filter(({ conversation }) => conversation.openedAt >= since)
          .sort((a, b) => +a.conversation.openedAt - +b.conversation.openedAt)
          .flatMap(({ conversation: { id }, assessments }) =>
            [...assessments]
              .filter(([, { completeness }]) => completeness === 'degraded')
              .map(([seq]) => ({ conversationId: id, seq })),
          ),
      async commit(change) {
        const one = kept.get(change.conversation.id);
        if (!one) return { kind: 'unknown' };
        if (change.answered && !one.pending.has(change.answered.seq)) return { kind: 'duplicate' };
        const reread = change.reread && one.assessments.get(change.reread.seq);
        if (change.reread && reread?.completeness !== 'degraded') return { kind: 'duplicate' };
        if (one.conversation.version !== change.conversation.version) return { kind: 'conflict' };
        const turnIds = [...one.turns, ...change.turns].map(({ turnId }) => turnId);
        if (new Set(turnIds).size < turnIds.length) {
          throw new StorageUnavailableError('a turn id is there already');
        }
        one.conversation = { ...change.conversation, version: change.conversation.version + 1 };
        if (change.answered) {
          one.pending.delete(change.answered.seq);
          one.assessments.set(change.answered.seq, change.answered.assessment);
        }
        if (change.reread) one.assessments.set(change.reread.seq, change.reread.assessment);
        if (change.escalation) one.escalations.set(change.escalation.id, change.escalation);
        for (const entry of change.outbox ?? []) one.outbox.set(entry.id, entry);
        one.acts.push(...(change.acts ?? []));
        return {
          kind: 'committed',
          conversation: one.conversation,
          turns: change.turns.map((turn) => append(one, turn)),
        };
      },
      async erase(id, receiptId) {
        if (!kept.delete(id)) return false;
        receipts.add(receiptId);
        return true;
      },
      async purge(before) {
        const old = [...kept.values()].filter(
          (one) =>
            one.conversation.openedAt < before &&
            [...one.escalations.values()].every(({ closedAt }) => closedAt !== null),
        );
        for (const { conversation } of old) kept.delete(conversation.id);
        return old.length;
      },
      ping: async () => {},
    },
    escalations: {
      open: async () => escalations().filter(({ closedAt }) => closedAt === null),
      find: async (id) => escalations().find((one) => one.id === id),
      openOf: async (conversationId) =>
        [...(kept.get(conversationId)?.escalations.values() ?? [])].find(
          ({ closedAt }) => closedAt === null,
        ),
      async renewLease(id, responderId, leaseUntil) {
        const escalation = escalations().find((one) => one.id === id);
        if (escalation?.claim?.responderId !== responderId || escalation.closedAt) return false;
        kept
          .get(escalation.conversationId)
          ?.escalations.set(id, { ...escalation, claim: { ...escalation.claim, leaseUntil } });
        return true;
      },
    },
    outbox: {
      due: async (now, limit) =>
        [...kept.values()]
          .flatMap((one) => [...one.outbox.values()])
          .filter(({ dueAt }) => dueAt <= now)
          .sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime())
          .slice(0, limit),
      async settle(id) {
        for (const one of kept.values()) one.outbox.delete(id);
      },
      async postpone(id, attempts, dueAt) {
        for (const one of kept.values()) {
          const entry = one.outbox.get(id);
          if (entry) one.outbox.set(id, { ...entry, attempts, dueAt });
        }
      },
    },
    responders: {
      async add(responder) {
        if ([...responders.values()].some(({ email }) => email === responder.email)) {
          throw new EmailTakenError('this e-mail has an account');
        }
        responders.set(responder.id, responder);
      },
      async addFirst(responder) {
        if (responders.size > 0) return false;
        responders.set(responder.id, responder);
        return true;
      },
      count: async () => responders.size,
      all: async () => [...responders.values()],
      byId: async (id) => responders.get(id),
      byEmail: async (email) => [...responders.values()].find((one) => one.email === email),
      openSession: async (session) => void sessions.set(session.idHash, session),
      session: async (idHash) => sessions.get(idHash),
      closeSession: async (idHash) => void sessions.delete(idHash),
      async dropExpiredSessions(now) {
        for (const { idHash, expiresAt } of sessions.values()) {
          if (expiresAt < now) sessions.delete(idHash);
        }
      },
    },
    reports: {
      facts: async (from, until) =>
        [...kept.values()]
          .filter(({ conversation: { openedAt } }) => openedAt >= from && openedAt < until)
          .map(({ conversation, turns, escalations: cases }) => ({
            openedAt: conversation.openedAt,
            level: conversation.highestLevel,
            messages: turns.filter(({ author }) => author === 'participant').length,
            escalatedAt:
              [...cases.values()].map(({ openedAt }) => openedAt).sort((a, b) => +a - +b)[0] ??
              null,
            firstHumanAt: turns.find(({ author }) => author === 'responder')?.at ?? null,
          })),
    },
    labels: {
      conversations: async () =>
        [...kept.values()]
          .filter(
            ({ conversation: { consent }, acts }) =>
              consent?.training && acts.some(({ kind }) => kind === 'level-lowered'),
          )
          .map(({ conversation }) => conversation.id),
      acts: async (id) => [...(kept.get(id)?.acts ?? [])],
    },
    flows: {
      async publish(hash, content) {
        if (!flows.has(hash)) flows.set(hash, content);
      },
      load: async (hash) => flows.get(hash) ?? null,
    },
    close: async () => {
      closed = true;
    },
  };
  const { close, away, ...ports } = stores;
  for (const port of Object.values(ports)) refuseWhile(() => stores.away || closed, port);
  return stores;
}

/** Lets every method of a port reject while the stores are said to be away, or are closed. */
function refuseWhile(unreachable: () => boolean, port: object): void {
  const methods = port as Record<string, (...args: unknown[]) => unknown>;
  for (const [name, method] of Object.entries(methods)) {
    methods[name] = async (...args) => {
      if (unreachable()) throw new StorageUnavailableError('away');
      return method(...args);
    };
  }
}
