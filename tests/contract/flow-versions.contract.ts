import { describe, expect, test } from '@jest/globals';
import { later, NOON } from '../support/builders.ts';
import { newId, type StoresUnderTest } from './stores-under-test.ts';

/** What was ever said can be said again. */
export function describeFlowVersions({ setUp }: StoresUnderTest): void {
  describe('published versions of the flows', () => {
    test('come back as they were, to the letter', async () => {
      const { flows } = await setUp();
      const hash = newId('hash');
      const content = JSON.stringify({
        text: 'Tu penses au suicide\u202f? «\u00a0Oui\u00a0» 🌙 \\n',
      });
      expect(await flows.load(hash)).toBeNull();
      await flows.publish(hash, content, NOON);
      expect(await flows.load(hash)).toBe(content);
    });
    test('are kept once, however many processes publish them, and never changed', async () => {
      const { flows } = await setUp();
      const hash = newId('hash');
      await flows.publish(hash, '"first"', NOON);
      await Promise.all([1, 2, 3].map(() => flows.publish(hash, '"second"', later(5))));
      expect(await flows.load(hash)).toBe('"first"');
    });
    test('are large', async () => {
      const { flows } = await setUp();
      const content = JSON.stringify('é'.repeat(1_500_000));
      const hash = newId('hash');
      await flows.publish(hash, content, NOON);
      expect(await flows.load(hash)).toBe(content);
    });
    test('stay when conversations are purged', async () => {
      const { flows, conversations } = await setUp();
      const hash = newId('hash');
      await flows.publish(hash, '{}', NOON);
      await conversations.purge(later(1e9));
      expect(await flows.load(hash)).toBe('{}');
    });
  });
}
