import { describe, expect, test } from '@jest/globals';
import { isOpen, localDay, openingNow } from '../../../../server/domain/opening-hours.ts';

const HOURS = {
  week: { tue: ['19:00-23:30'], fri: ['19:00-02:00'], sun: ['22:00-24:00'] },
  holidays: ['2026-12-25'],
};
const open = (at: string) => isOpen(HOURS, 'Europe/Paris', new Date(at));

describe('opening hours', () => {
  test('are those of the site, in its own time zone', () => {
    expect(open('2026-11-24T18:00:00Z')).toBe(true); // Tuesday, 19:00 in Paris
    expect(open('2026-11-24T17:59:00Z')).toBe(false);
    expect(open('2026-11-24T22:30:00Z')).toBe(false);
  });

  test('may pass midnight', () => {
    expect(open('2026-11-28T00:30:00Z')).toBe(true); // Saturday, 01:30, of Friday's span
    expect(open('2026-11-28T01:00:00Z')).toBe(false);
    expect(open('2026-11-22T22:59:00Z')).toBe(true); // Sunday, 23:59
  });

  test('are none on a holiday', () => {
    expect(open('2026-12-25T19:00:00Z')).toBe(false);
  });

  test('tell a holiday from any other closed hour', () => {
    const now = (at: string) => openingNow(HOURS, 'Europe/Paris', new Date(at));
    expect(now('2026-11-24T18:00:00Z')).toBe('open');
    expect(now('2026-11-24T12:00:00Z')).toBe('closed');
    expect(now('2026-12-25T19:00:00Z')).toBe('holiday');
  });

  test('hold when the clocks change', () => {
    expect(open('2026-03-31T17:30:00Z')).toBe(true); // Tuesday, 19:30 in summer time
  });

  test('the day is the local one', () => {
    expect(localDay('Europe/Paris', new Date('2026-11-24T23:30:00Z'))).toBe('2026-11-25');
  });
});
