import { afterEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Conversation, NewTurn } from '../../server/domain/conversation.ts';
import type { Escalation } from '../../server/domain/escalation.ts';
import { callTo } from '../../server/domain/outbox.ts';
import type { Responder } from '../../server/domain/responder.ts';
import type { ConversationChange } from '../../server/ports/conversation-store.ts';
import type { Stores } from '../../server/ports/stores.ts';
import { aConversation, anAssessment, anEscalation, later, NOON } from '../support/builders.ts';

const CONTINUE = { kind: 'continue' } as const;
const turn = (turnId: string, changes: Partial<NewTurn> = {}): NewTurn => ({
  turnId,
  author: 'participant',
  text: `text of ${turnId}`,
  at: NOON,
  ...changes,
});
const said = (turnId: string) => turn(turnId, { author: 'bot' });

let ids = 0;
/** Ids of their own for each test, since a real server keeps what earlier tests wrote. */
const newId = (what: string) => `${what}-${process.pid}-${Date.now()}-${++ids}`;

/** What every store promises; see the docstrings of `server/ports`. */
export function describeStores(name: string, open: () => Promise<Stores>): void {
  describe(`${name} keeps the stores' contract`, () => {
    let opened: Stores | undefined;
    afterEach(async () => {
      await opened?.close();
      opened = undefined;
    });

    async function setUp(changes: Partial<Conversation> = {}, opening: readonly NewTurn[] = []) {
      opened ??= await open();
      const stores = opened;
      const conversation = aConversation({ id: newId('c'), ...changes });
      const { id } = conversation;
      await stores.conversations.create(conversation, newId('token'), opening);
      const commit = async (change: Partial<ConversationChange> = {}) => {
        const now = await stores.conversations.load(id);
        if (!now) throw new Error('gone');
        return stores.conversations.commit({ conversation: now, turns: [], ...change });
      };
      const append = (turnId: string, given: Partial<NewTurn> = {}) =>
        stores.conversations.appendParticipantTurn(id, turn(turnId, given));
      const seqs = async (after = 0) =>
        (await stores.conversations.turnsAfter(id, after, 1000)).map(({ seq, turnId }) => [
          seq,
          turnId,
        ]);
      return { ...stores, stores, id, conversation, commit, append, seqs };
    }

    describe('conversations', () => {
      test('come back as they were given', async () => {
        const { conversations, id, conversation } = await setUp({
          ageBand: '15-17',
          consent: { training: true },
          flowState: '{"v":1}',
          handling: { kind: 'with-responder', responderId: 'r1' },
          level: 'passive',
          highestLevel: 'active',
          site: 'campus',
        });
        expect(await conversations.load(id)).toEqual(conversation);
        expect(await conversations.load(newId('nobody'))).toBeUndefined();
      });

      test('are found by the hash of their token and by nothing else', async () => {
        const { stores } = await setUp();
        const tokenHash = newId('token');
        const conversation = aConversation({ id: newId('c') });
        await stores.conversations.create(conversation, tokenHash, []);
        expect((await stores.conversations.loadByTokenHash(tokenHash))?.id).toBe(conversation.id);
        expect(await stores.conversations.loadByTokenHash(`${tokenHash}x`)).toBeUndefined();
        const injected = { $ne: null } as unknown as string;
        const found = await stores.conversations.loadByTokenHash(injected).catch(() => undefined);
        expect(found).toBeUndefined();
      });

      test('number their turns 1, 2, 3 in the order in which they were kept', async () => {
        const { conversations, append, commit, seqs, id } = await setUp({}, [said('b1')]);
        expect(await append('p1')).toMatchObject({
          kind: 'kept',
          turn: { seq: 2, author: 'participant' },
        });
        await append('p2');
        const committed = await commit({ turns: [said('b2'), said('b3')] });
        expect(committed).toMatchObject({ kind: 'committed', turns: [{ seq: 4 }, { seq: 5 }] });
        expect(await seqs()).toEqual([
          [1, 'b1'],
          [2, 'p1'],
          [3, 'p2'],
          [4, 'b2'],
          [5, 'b3'],
        ]);
        expect(await conversations.lastSeq(id)).toBe(5);
        expect(await conversations.lastSeq(newId('nobody'))).toBe(0);
      });

      test('give their turns whole, after and before a number, in order, up to a limit', async () => {
        const { conversations, id } = await setUp({}, [said('b1')]);
        const full = turn('p1', { text: 'é😀\n"x"', choice: 'yes' });
        await conversations.appendParticipantTurn(id, full);
        expect(await conversations.turnsAfter(id, 1, 9)).toEqual([{ ...full, seq: 2 }]);
        const question = { ...said('b2'), choices: [{ id: 'yes', label: 'Oui' }] };
        const answer = turn('r1', { author: 'responder', responderId: 'r1', at: later(5) });
        const now = (await conversations.load(id)) as Conversation;
        await conversations.commit({ conversation: now, turns: [question, answer] });
        expect(await conversations.turnsAfter(id, 2, 9)).toEqual([
          { ...question, seq: 3 },
          { ...answer, seq: 4 },
        ]);
        const seqsOf = (turns: readonly { seq: number }[]) => turns.map(({ seq }) => seq);
        expect(seqsOf(await conversations.turnsAfter(id, 0, 2))).toEqual([1, 2]);
        expect(seqsOf(await conversations.turnsBefore(id, 4, 2))).toEqual([2, 3]);
        expect(seqsOf(await conversations.turnsBefore(id, Number.MAX_SAFE_INTEGER, 2))).toEqual([
          3, 4,
        ]);
      });

      test('know a resend from an id that is used for something else', async () => {
        const { append, seqs, commit } = await setUp({}, [said('b1')]);
        await append('p1');
        expect(await append('p1')).toMatchObject({ kind: 'repeated', turn: { seq: 2 } });
        expect(await append('p1', { text: 'else' })).toEqual({ kind: 'id-reused' });
        expect(await append('p1', { choice: 'yes' })).toEqual({ kind: 'id-reused' });
        expect(await append('b1')).toEqual({ kind: 'id-reused' });
        await commit({ turns: [said('b2')] });
        expect(await append('p1')).toMatchObject({ kind: 'repeated', turn: { seq: 2 } });
        expect(await seqs()).toHaveLength(3);
      });

      test('keep ids apart between conversations', async () => {
        const one = await setUp();
        const two = await setUp();
        await one.append('p1');
        expect(await two.append('p1', { text: 'else' })).toMatchObject({ kind: 'kept' });
      });

      test('take nothing when closed or unknown, but know a resend even then', async () => {
        const { conversations, append, commit, conversation } = await setUp();
        await append('p1');
        await commit({
          conversation: { ...conversation, handling: { kind: 'closed' } },
        });
        expect(await append('p2')).toEqual({ kind: 'closed' });
        expect(await append('p1')).toMatchObject({ kind: 'repeated' });
        const gone = conversations.appendParticipantTurn(newId('nobody'), turn('p1'));
        expect(await gone).toEqual({ kind: 'unknown' });
      });

      test('number turns without a gap when many are kept at once', async () => {
        const { append, commit, seqs } = await setUp();
        const results = await Promise.all(
          Array.from({ length: 20 }, (_, n) =>
            n % 4 === 0 ? commit({ turns: [said(`b${n}`)] }) : append(`p${n}`),
          ),
        );
        const kept = results.filter(({ kind }) => kind === 'kept' || kind === 'committed');
        expect((await seqs()).map(([seq]) => seq)).toEqual(kept.map((_, index) => index + 1));
      });
    });

    describe('pending turns', () => {
      test('wait until their answer is committed, once', async () => {
        const { conversations, id, append, commit } = await setUp();
        await append('p1');
        await append('p2');
        expect((await conversations.pendingTurns(id)).map(({ seq }) => seq)).toEqual([1, 2]);
        const assessment = anAssessment({ level: 'active', signals: ['intent', 'plan'] });
        const answered = { seq: 1, assessment, decision: CONTINUE };
        expect(await commit({ answered, turns: [said('b1')] })).toMatchObject({
          kind: 'committed',
        });
        expect(await commit({ answered, turns: [said('b2')] })).toEqual({ kind: 'duplicate' });
        expect((await conversations.pendingTurns(id)).map(({ seq }) => seq)).toEqual([2]);
        expect(await conversations.assessments(id)).toEqual(new Map([[1, assessment]]));
        expect(await conversations.lastSeq(id)).toBe(3);
      });

      test('are a duplicate before they are a conflict', async () => {
        const { conversation, conversations, append, commit } = await setUp();
        await append('p1');
        const answered = { seq: 1, assessment: anAssessment(), decision: CONTINUE };
        await commit({ answered });
        const late = await conversations.commit({ conversation, turns: [], answered });
        expect(late).toEqual({ kind: 'duplicate' });
      });

      test('are found again by conversation, the longest waiting first', async () => {
        const first = await setUp();
        const second = await setUp();
        const third = await setUp();
        await second.append('p1', { at: later(2000) });
        await first.append('p1', { at: later(1000) });
        await third.append('p1', { at: later(3000) });
        await third.commit({
          answered: { seq: 1, assessment: anAssessment(), decision: CONTINUE },
        });
        const mine = [first.id, second.id, third.id];
        const pending = (await first.conversations.conversationsPending()).filter((id) =>
          mine.includes(id),
        );
        expect(pending).toEqual([first.id, second.id]);
      });

      test('are never made by what is said to the participant', async () => {
        const { conversations, id, commit } = await setUp({}, [said('b1')]);
        await commit({ turns: [said('b2')] });
        expect(await conversations.pendingTurns(id)).toEqual([]);
      });
    });

    describe('commits', () => {
      test('add one to the version and are refused from an older one; appended turns do not count', async () => {
        const { conversations, id, conversation, append } = await setUp();
        await append('p1');
        const change = {
          conversation: { ...conversation, level: 'active' as const },
          turns: [said('b1')],
        };
        const result = await conversations.commit(change);
        expect(result).toMatchObject({
          kind: 'committed',
          conversation: { version: 2, level: 'active' },
        });
        expect(await conversations.commit({ ...change, turns: [said('b2')] })).toEqual({
          kind: 'conflict',
        });
        expect(await conversations.load(id)).toMatchObject({ version: 2, level: 'active' });
        expect(await conversations.lastSeq(id)).toBe(2);
      });

      test('let one of many win', async () => {
        const { conversations, conversation, seqs } = await setUp();
        const results = await Promise.all(
          Array.from({ length: 8 }, (_, n) =>
            conversations.commit({ conversation, turns: [said(`b${n}`)] }),
          ),
        );
        expect(results.filter(({ kind }) => kind === 'committed')).toHaveLength(1);
        expect(results.filter(({ kind }) => kind === 'conflict')).toHaveLength(7);
        expect(await seqs()).toHaveLength(1);
      });

      test('leave nothing behind when a part can not be kept', async () => {
        const { stores, id, conversation, append } = await setUp({}, [said('b1')]);
        await append('p1');
        const escalation = anEscalation({ id: newId('e'), conversationId: id });
        const failing = stores.conversations.commit({
          conversation: { ...conversation, level: 'imminent' },
          turns: [said('b2'), said('b1')],
          answered: { seq: 2, assessment: anAssessment(), decision: CONTINUE },
          escalation,
          outbox: [callTo('escalation-opened', escalation, NOON, () => newId('o'))],
        });
        await expect(failing).rejects.toMatchObject({ name: 'StorageUnavailableError' });
        expect(await stores.conversations.load(id)).toEqual(conversation);
        expect(await stores.conversations.pendingTurns(id)).toHaveLength(1);
        expect(await stores.conversations.lastSeq(id)).toBe(2);
        expect(await stores.escalations.find(escalation.id)).toBeUndefined();
      });

      test('say when the conversation is gone', async () => {
        const { conversations } = await setUp();
        const nobody = aConversation({ id: newId('nobody') });
        expect(await conversations.commit({ conversation: nobody, turns: [] })).toEqual({
          kind: 'unknown',
        });
      });
    });

    describe('cases', () => {
      test('are opened, changed and closed with their conversation', async () => {
        const { escalations, commit, id } = await setUp();
        const opened = anEscalation({
          id: newId('e'),
          conversationId: id,
          signals: ['intent'],
          degraded: true,
        });
        await commit({ escalation: opened });
        expect(await escalations.find(opened.id)).toEqual(opened);
        expect(await escalations.openOf(id)).toEqual(opened);
        const claimed: Escalation = {
          ...opened,
          level: 'imminent',
          claim: { responderId: 'r1', at: later(5), leaseUntil: later(10) },
          firstClaimedAt: later(5),
          toldUnansweredAt: later(3),
        };
        await commit({
          escalation: claimed,
          acts: [{ responderId: 'r1', kind: 'claimed', at: later(5) }],
        });
        expect((await escalations.open()).filter((one) => one.id === opened.id)).toEqual([claimed]);
        const closed = { ...claimed, claim: null, closedAt: later(20) };
        await commit({ escalation: closed });
        expect(await escalations.openOf(id)).toBeUndefined();
        expect((await escalations.open()).some((one) => one.id === opened.id)).toBe(false);
        expect(await escalations.find(opened.id)).toEqual(closed);
        const next = anEscalation({ id: newId('e'), conversationId: id });
        await commit({ escalation: next });
        expect((await escalations.openOf(id))?.id).toBe(next.id);
        expect(await escalations.find(newId('nobody'))).toBeUndefined();
      });

      test('have their lease renewed only for whoever has them, without a new version', async () => {
        const { escalations, conversations, commit, id } = await setUp();
        const claim = { responderId: 'r1', at: NOON, leaseUntil: later(10) };
        const escalation = anEscalation({ id: newId('e'), conversationId: id, claim });
        await commit({ escalation });
        const before = await conversations.load(id);
        expect(await escalations.renewLease(escalation.id, 'r2', later(99))).toBe(false);
        expect(await escalations.renewLease(escalation.id, 'r1', later(50))).toBe(true);
        expect((await escalations.find(escalation.id))?.claim?.leaseUntil).toEqual(later(50));
        expect(await conversations.load(id)).toEqual(before);
        await commit({ escalation: { ...escalation, claim: null, closedAt: later(60) } });
        expect(await escalations.renewLease(escalation.id, 'r1', later(99))).toBe(false);
      });
    });

    test('notifications wait until they are due, later after each failure, and go when settled', async () => {
      const { outbox, commit, id } = await setUp();
      const escalation = anEscalation({ id: newId('e'), conversationId: id });
      const entries = [0, 1000, 2000].map((ms) =>
        callTo('escalation-opened', escalation, later(ms), () => newId('o')),
      );
      await commit({ escalation, outbox: entries.toReversed() });
      const dueAt = async (ms: number, limit = 100) =>
        (await outbox.due(later(ms), limit)).filter(({ conversationId }) => conversationId === id);
      expect(await dueAt(1500)).toEqual(entries.slice(0, 2));
      await outbox.postpone(entries[0]?.id ?? '', 1, later(5000));
      expect(await dueAt(1500)).toEqual(entries.slice(1, 2));
      expect(await dueAt(5000)).toEqual([
        entries[1],
        entries[2],
        { ...entries[0], attempts: 1, dueAt: later(5000) },
      ]);
      for (const { id: entryId } of entries) await outbox.settle(entryId);
      expect(await dueAt(9000)).toEqual([]);
    });

    describe('erasing', () => {
      test('removes a conversation with everything of it, once', async () => {
        const { stores, id, append, commit } = await setUp();
        await append('p1');
        const escalation = anEscalation({ id: newId('e'), conversationId: id });
        await commit({
          escalation,
          outbox: [callTo('escalation-opened', escalation, NOON, () => newId('o'))],
        });
        expect(await stores.conversations.erase(id, newId('receipt'), NOON)).toBe(true);
        expect(await stores.conversations.load(id)).toBeUndefined();
        expect(await stores.conversations.turnsAfter(id, 0, 9)).toEqual([]);
        expect(await stores.conversations.conversationsPending()).not.toContain(id);
        expect(await stores.escalations.find(escalation.id)).toBeUndefined();
        expect(
          (await stores.outbox.due(later(1e9), 1000)).some((one) => one.conversationId === id),
        ).toBe(false);
        expect(await stores.conversations.erase(id, newId('receipt'), NOON)).toBe(false);
      });

      test('by age spares the young and those with an open case', async () => {
        const old = new Date('2001-01-01T00:00:00Z');
        const gone = await setUp({ openedAt: old });
        const open = await setUp({ openedAt: old });
        const young = await setUp({ openedAt: new Date('2001-03-01T00:00:00Z') });
        const closedCase = anEscalation({ id: newId('e'), conversationId: gone.id, closedAt: old });
        await gone.commit({ escalation: closedCase });
        await open.commit({
          escalation: anEscalation({ id: newId('e'), conversationId: open.id }),
        });
        expect(await gone.conversations.purge(new Date('2001-02-01T00:00:00Z'))).toBe(1);
        expect(await gone.conversations.load(gone.id)).toBeUndefined();
        expect(await gone.conversations.load(open.id)).toBeDefined();
        expect(await gone.conversations.load(young.id)).toBeDefined();
        // For the next one, which may look at the same server.
        await open.conversations.erase(open.id, newId('receipt'), NOON);
        await young.conversations.erase(young.id, newId('receipt'), NOON);
      });
    });

    describe('accounts', () => {
      const aResponder = (changes: Partial<Responder> = {}): Responder => ({
        id: newId('r'),
        email: `${newId('mail')}@example.org`,
        name: 'Camille',
        roles: ['responder', 'operator'],
        passwordHash: '$argon2id$…',
        createdAt: NOON,
        ...changes,
      });

      test('come back by id and e-mail; an e-mail has one account', async () => {
        const { responders } = await setUp();
        const responder = aResponder({ totpSecret: 'ABC' });
        const before = await responders.count();
        await responders.add(responder);
        expect(await responders.byId(responder.id)).toEqual(responder);
        expect(await responders.byEmail(responder.email)).toEqual(responder);
        expect(await responders.byEmail(`x${responder.email}`)).toBeUndefined();
        const twin = aResponder({ email: responder.email });
        await expect(responders.add(twin)).rejects.toMatchObject({ name: 'EmailTakenError' });
        expect(await responders.count()).toBe(before + 1);
        expect((await responders.all()).map(({ id }) => id)).toContain(responder.id);
      });

      test('have one first, however many ask at once, and none after', async () => {
        const { responders } = await setUp();
        const before = await responders.count();
        const asked = await Promise.all([1, 2, 3, 4].map(() => responders.addFirst(aResponder())));
        expect(asked.filter(Boolean)).toHaveLength(before === 0 ? 1 : 0);
        expect(await responders.count()).toBe(Math.max(before, 1));
      });

      test('have sessions that end', async () => {
        const { responders } = await setUp();
        const responder = aResponder();
        await responders.add(responder);
        const session = (expiresAt: Date) => ({
          idHash: newId('s'),
          responderId: responder.id,
          createdAt: NOON,
          expiresAt,
        });
        const [short, long, closed] = [
          session(later(10)),
          session(later(100)),
          session(later(100)),
        ];
        for (const one of [short, long, closed]) await responders.openSession(one);
        expect(await responders.session(long.idHash)).toEqual(long);
        await responders.closeSession(closed.idHash);
        await responders.dropExpiredSessions(later(50));
        expect(await responders.session(short.idHash)).toBeUndefined();
        expect(await responders.session(closed.idHash)).toBeUndefined();
        expect(await responders.session(long.idHash)).toEqual(long);
      });
    });

    test('reports count participant turns and know when a case opened and a person first wrote', async () => {
      const openedAt = new Date(
        Date.parse('2002-01-01T00:00:00Z') + Math.floor(Math.random() * 1e10),
      );
      const { reports, append, commit, id, conversations } = await setUp(
        { openedAt, highestLevel: 'active' },
        [said('b1')],
      );
      await append('p1');
      await append('p2');
      const escalation = anEscalation({
        id: newId('e'),
        conversationId: id,
        openedAt: later(1000),
      });
      await commit({ escalation });
      await commit({
        turns: [turn('r1', { author: 'responder', responderId: 'r1', at: later(9000) })],
      });
      await commit({
        turns: [turn('r2', { author: 'responder', responderId: 'r1', at: later(9900) })],
      });
      const facts = await reports.facts(openedAt, new Date(openedAt.getTime() + 1));
      expect(facts).toEqual([
        {
          openedAt,
          level: 'active',
          messages: 2,
          escalatedAt: later(1000),
          firstHumanAt: later(9000),
        },
      ]);
      expect(
        await reports.facts(new Date(openedAt.getTime() + 1), new Date(openedAt.getTime() + 2)),
      ).toEqual([]);
      await conversations.erase(id, newId('receipt'), NOON);
    });

    test('the same things happen as in a simple list, in whatever order they are done', async () => {
      type Step =
        | { readonly do: 'append'; readonly turn: number }
        | { readonly do: 'answer'; readonly stale: boolean }
        | { readonly do: 'say' };
      const step: fc.Arbitrary<Step> = fc.oneof(
        fc.record({ do: fc.constant('append' as const), turn: fc.nat(5) }),
        fc.record({ do: fc.constant('answer' as const), stale: fc.boolean() }),
        fc.record({ do: fc.constant('say' as const) }),
      );
      await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
          const { conversations, id, append, commit, conversation, seqs } = await setUp();
          const list: string[] = [];
          const pending: number[] = [];
          let version = 1;
          for (const [index, one] of steps.entries()) {
            if (one.do === 'append') {
              const turnId = `p${one.turn}`;
              const result = await append(turnId);
              if (list.includes(turnId)) {
                expect(result).toMatchObject({
                  kind: 'repeated',
                  turn: { seq: list.indexOf(turnId) + 1 },
                });
              } else {
                expect(result).toMatchObject({ kind: 'kept', turn: { seq: list.push(turnId) } });
                pending.push(list.length);
              }
            } else if (one.do === 'say') {
              await commit({ turns: [said(`b${index}`)] });
              list.push(`b${index}`);
              version += 1;
            } else {
              const [seq = 999] = pending;
              const result = await conversations.commit({
                conversation: { ...conversation, version: one.stale ? version - 1 : version },
                turns: [said(`b${index}`)],
                answered: { seq, assessment: anAssessment(), decision: CONTINUE },
              });
              if (seq === 999) expect(result.kind).toBe('duplicate');
              else if (one.stale) expect(result.kind).toBe('conflict');
              else {
                expect(result.kind).toBe('committed');
                pending.shift();
                list.push(`b${index}`);
                version += 1;
              }
            }
          }
          expect(await seqs()).toEqual(list.map((turnId, index) => [index + 1, turnId]));
          expect((await conversations.pendingTurns(id)).map(({ seq }) => seq)).toEqual(pending);
        }),
        { numRuns: 25 },
      );
    });
  });
}
