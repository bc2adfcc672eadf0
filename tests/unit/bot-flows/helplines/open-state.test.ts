import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Hours } from '../../../../bot-flows/helplines/helplines.ts';
import { isHoliday } from '../../../../bot-flows/helplines/is-holiday.ts';
import { isOpenAt } from '../../../../bot-flows/helplines/is-open-at.ts';
import { openState } from '../../../../bot-flows/helplines/open-state.ts';
import { realHelplines } from '../../../support/flow-library.ts';

type Weekly = Exclude<Hours, { open: 'always' }>;
const daily = (zone: string, span: string, holidays: Weekly['holidays'] = 'as-usual'): Weekly => ({
  zone,
  holidays,
  week: {
    ...{ mon: [span], tue: [span], wed: [span], thu: [span], fri: [span] },
    ...{ sat: [span], sun: [span] },
  },
});
const holidaysOf = (country: string) => realHelplines().countries[country]?.holidays ?? [];
const at = (time: string) => new Date(time);

describe('a line is open', () => {
  test.each([
    // 3018, seen from anywhere: its own clock counts.
    ['Europe/Paris', '09:00-23:00', '2026-07-01T06:59:00Z', false],
    ['Europe/Paris', '09:00-23:00', '2026-07-01T07:00:00Z', true],
    ['Europe/Paris', '09:00-23:00', '2026-07-01T20:59:00Z', true],
    ['Europe/Paris', '09:00-23:00', '2026-07-01T21:00:00Z', false],
    // The same hours in winter, when Paris is an hour less ahead.
    ['Europe/Paris', '09:00-23:00', '2026-12-01T07:30:00Z', false],
    ['Europe/Paris', '09:00-23:00', '2026-12-01T08:00:00Z', true],
    // Zones with odd offsets, and both ends of the world.
    ['Asia/Kathmandu', '09:00-17:00', '2026-07-01T03:15:00Z', true],
    ['Asia/Kathmandu', '09:00-17:00', '2026-07-01T03:14:00Z', false],
    ['Pacific/Kiritimati', '00:00-24:00', '2026-07-01T10:00:00Z', true],
    ['America/Toronto', '16:00-24:00', '2026-07-01T03:59:00Z', true],
    ['America/Toronto', '16:00-24:00', '2026-07-01T04:00:00Z', false],
    // Past midnight: the evening's span reaches into the next day.
    ['Europe/Paris', '21:00-02:30', '2026-07-01T00:29:00Z', true],
    ['Europe/Paris', '21:00-02:30', '2026-07-01T00:30:00Z', false],
  ])('in %s from %s at %s: %s', (zone, span, time, open) => {
    expect(isOpenAt(daily(zone, span), [], at(time))).toBe(open);
  });

  test('through the nights on which the clocks change', () => {
    const night = daily('Europe/Paris', '21:00-06:00');
    // 29 March 2026, 02:00 becomes 03:00; 25 October 2026, 03:00 becomes 02:00.
    for (const start of ['2026-03-28T21:00:00Z', '2026-10-24T20:00:00Z']) {
      for (let quarter = 0; quarter < 28; quarter++) {
        const time = new Date(at(start).getTime() + quarter * 15 * 60_000);
        expect([time.toISOString(), isOpenAt(night, [], time)]).toEqual([time.toISOString(), true]);
      }
    }
  });

  test('always, when it never closes; and nobody knows, when the source doesn’t say', () => {
    expect(openState({ zone: 'Europe/Paris', open: 'always' }, [], new Date())).toEqual({
      open: true,
      until: null,
    });
    expect(openState(null, [], new Date())).toEqual({ open: null, until: null });
  });
});

describe('on a public holiday', () => {
  const fr = holidaysOf('FR');
  const christmas = at('2026-12-25T11:00:00Z');
  test.each([
    ['as-usual', true],
    ['closed', false],
    ['unknown', null],
  ] as const)('a line that is %s there: %s', (holidays, open) => {
    expect(isOpenAt(daily('Europe/Paris', '09:00-20:00', holidays), fr, christmas)).toBe(open);
  });
  test('outside its hours a line is closed whatever the source says', () => {
    const early = at('2026-12-25T05:00:00Z');
    expect(isOpenAt(daily('Europe/Paris', '09:00-20:00', 'unknown'), fr, early)).toBe(false);
  });
  test('the day is that of the line, not of who reads', () => {
    // Still Christmas Day in Toronto, already the 26th in Paris.
    const late = at('2026-12-26T03:00:00Z');
    const line = daily('America/Toronto', '09:00-23:00', 'closed');
    expect(isOpenAt(line, holidaysOf('CA'), late)).toBe(false);
  });
  test('the evening before it reaches into it all the same', () => {
    const line = daily('Europe/Paris', '21:00-02:30', 'closed');
    expect(isOpenAt(line, fr, at('2026-12-24T23:30:00Z'))).toBe(true);
    expect(isOpenAt(line, fr, at('2026-12-25T21:00:00Z'))).toBe(false);
  });

  test.each([
    ['FR', '2026-04-06', true], // Easter Monday
    ['FR', '2026-05-14', true], // Ascension
    ['FR', '2026-05-25', true], // Whit Monday
    ['FR', '2027-03-29', true],
    ['FR', '2024-04-01', true],
    ['FR', '2026-04-03', false], // Good Friday, a working day in most of France
    ['GB', '2026-04-03', true],
    ['GB', '2026-05-04', true],
    ['GB', '2026-05-25', true],
    ['GB', '2026-08-31', true],
    ['IE', '2026-10-26', true],
    ['US', '2026-11-26', true], // Thanksgiving
    ['US', '2026-05-25', true],
    ['CA', '2026-09-07', true],
    ['LU', '2026-06-23', true],
    ['BE', '2026-07-21', true],
    ['CH', '2026-08-01', true],
    ['CH', '2026-08-02', false],
  ])('%s %s: %s', (country, day, is) => {
    expect(isHoliday(holidaysOf(country), day)).toBe(is);
  });
});

describe('until when', () => {
  test('is the next moment at which it opens or closes', () => {
    const line = daily('Europe/Paris', '09:00-23:00');
    expect(openState(line, [], at('2026-11-26T20:30:00Z'))).toEqual({
      open: true,
      until: at('2026-11-26T22:00:00Z'),
    });
    expect(openState(line, [], at('2026-11-26T22:10:00Z'))).toEqual({
      open: false,
      until: at('2026-11-27T08:00:00Z'),
    });
  });
  test('nothing changes before it, and something does then', () => {
    const zones = ['Europe/Paris', 'America/Toronto', 'Asia/Kathmandu', 'Australia/Lord_Howe'];
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.constantFrom('09:00-23:00', '21:00-02:30', '08:15-12:45'),
        fc.date({
          min: at('2026-01-01T00:00:00Z'),
          max: at('2027-12-31T00:00:00Z'),
          noInvalidDate: true,
        }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (zone, span, now, share) => {
          const line = daily(zone, span);
          const { open, until } = openState(line, [], now);
          expect(until).not.toBeNull();
          const end = (until as Date).getTime();
          const between = new Date(now.getTime() + share * (end - now.getTime()));
          expect(isOpenAt(line, [], between)).toBe(open);
          expect(isOpenAt(line, [], new Date(end))).toBe(!open);
        },
      ),
      { numRuns: 200 },
    );
  });
});
