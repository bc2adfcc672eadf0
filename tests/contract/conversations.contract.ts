import { describe, expect, test } from '@jest/globals';
import type { Conversation } from '../../server/domain/conversation.ts';
import { aConversation, later } from '../support/builders.ts';
import { newId, type StoresUnderTest, said, turn } from './stores-under-test.ts';

/** Conversations and the order of their turns. */
export function describeConversations({ setUp }: StoresUnderTest): void {
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

    test('are made once: a second one with the same id or token is refused and changes nothing', async () => {
      const { conversations, conversation, id } = await setUp({}, [said('b1')]);
      const tokenHash = newId('token');
      const twin = { ...conversation, locale: 'en' };
      await expect(conversations.create(twin, tokenHash, [])).rejects.toMatchObject({
        name: 'StorageUnavailableError',
      });
      expect(await conversations.loadByTokenHash(tokenHash)).toBeUndefined();
      expect(await conversations.load(id)).toEqual(conversation);
      expect(await conversations.lastSeq(id)).toBe(1);

      const other = aConversation({ id: newId('c') });
      await conversations.create(other, tokenHash, []);
      const thief = aConversation({ id: newId('c') });
      await expect(conversations.create(thief, tokenHash, [])).rejects.toMatchObject({
        name: 'StorageUnavailableError',
      });
      expect((await conversations.loadByTokenHash(tokenHash))?.id).toBe(other.id);
      expect(await conversations.load(thief.id)).toBeUndefined();
    });

    test.each(['half \ud83d of a pair', 'a \0 within'])(
      'give a text back as it was or refuse it, and never change it (%j)',
      async (text) => {
        const { conversations, append, id } = await setUp();
        const result = await append('p1', { text }).catch((error: Error) => error.name);
        const texts = (await conversations.turnsAfter(id, 0, 9)).map((one) => one.text);
        expect(texts).toEqual(result === 'StorageUnavailableError' ? [] : [text]);
      },
    );

    test('have nothing to give when nobody knows them, or nothing was asked for', async () => {
      const { conversations, append, id } = await setUp();
      await append('p1');
      const nobody = newId('nobody');
      expect(await conversations.turnsAfter(nobody, 0, 9)).toEqual([]);
      expect(await conversations.turnsBefore(nobody, 9, 9)).toEqual([]);
      expect(await conversations.pendingTurns(nobody)).toEqual([]);
      expect(await conversations.assessments(nobody)).toEqual(new Map());
      expect(await conversations.turnsAfter(id, 0, 0)).toEqual([]);
      expect(await conversations.turnsBefore(id, 2, 0)).toEqual([]);
      expect(await conversations.turnsAfter(id, 1, 9)).toEqual([]);
      expect(await conversations.turnsBefore(id, 1, 9)).toEqual([]);
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
}
