import { describe, expect, test } from '@jest/globals';
import { createTokenStore } from '../../../../../web-widget/embed/state/token-store.ts';

describe('where the token is kept', () => {
  test('a browser that blocks storage still holds the conversation while the page is open', () => {
    const tokens = createTokenStore(() => {
      throw new DOMException('denied', 'SecurityError');
    }, null);
    expect(tokens.read()).toBe(null);
    tokens.write('t');
    expect(tokens.read()).toBe('t');
    tokens.clear();
    expect(tokens.read()).toBe(null);
  });
});
