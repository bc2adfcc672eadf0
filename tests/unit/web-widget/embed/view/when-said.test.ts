import { describe, expect, test } from '@jest/globals';
import { whenSaid } from '../../../../../web-widget/embed/view/when-said.ts';

describe('when something was said', () => {
  test('is written for the first turn, after a silence, and on a new day', () => {
    expect(whenSaid('2026-11-24T12:00:00Z', undefined, 'fr')).toMatch(/novembre/);
    expect(whenSaid('2026-11-24T12:05:00Z', '2026-11-24T12:00:00Z', 'fr')).toBe(null);
    expect(whenSaid('2026-11-24T12:20:00Z', '2026-11-24T12:00:00Z', 'fr')).toMatch(/^\d+.\d+$/);
    expect(whenSaid('2026-11-26T12:00:00Z', '2026-11-24T12:00:00Z', 'en')).toMatch(/November/);
  });

  test('is left out when a clock goes back or makes no sense', () => {
    expect(whenSaid('2026-11-24T12:00:00Z', '2026-11-24T12:30:00Z', 'fr')).toBe(null);
    expect(whenSaid('yesterday', undefined, 'fr')).toBe(null);
  });
});
