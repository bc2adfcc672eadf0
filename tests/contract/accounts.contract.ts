import { describe, expect, test } from '@jest/globals';
import type { Responder } from '../../server/domain/responder.ts';
import { later, NOON } from '../support/builders.ts';
import { newId, type StoresUnderTest } from './stores-under-test.ts';

/** Who may sign in, and who is signed in. */
export function describeAccounts({ setUp }: StoresUnderTest): void {
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

    test('are found by plain text only: nothing that a query language could read', async () => {
      const { responders, conversations, escalations } = await setUp();
      await responders.add(aResponder());
      const injected = { $ne: null } as unknown as string;
      const nothing = async (asked: Promise<unknown>) =>
        expect(await asked.catch(() => undefined)).toBeUndefined();
      await nothing(responders.byEmail(injected));
      await nothing(responders.byId(injected));
      await nothing(responders.session(injected));
      await nothing(conversations.load(injected));
      await nothing(escalations.find(injected));
      await nothing(escalations.openOf(injected));
      await nothing(
        conversations.erase(injected, newId('receipt'), NOON).then((gone) => gone || undefined),
      );
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
      const [short, long, closed] = [session(later(10)), session(later(100)), session(later(100))];
      for (const one of [short, long, closed]) await responders.openSession(one);
      expect(await responders.session(long.idHash)).toEqual(long);
      await responders.closeSession(closed.idHash);
      await responders.dropExpiredSessions(later(50));
      expect(await responders.session(short.idHash)).toBeUndefined();
      expect(await responders.session(closed.idHash)).toBeUndefined();
      expect(await responders.session(long.idHash)).toEqual(long);
    });
  });
}
