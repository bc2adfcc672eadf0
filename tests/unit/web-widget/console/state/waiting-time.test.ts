import { describe, expect, test } from '@jest/globals';
import { shareOfWait, waitedMs } from '../../../../../web-widget/console/state/waiting-time.ts';
import { aCase } from '../../../../support/console-wires.ts';

const SINCE = Date.parse('2026-11-24T03:00:00.000Z');
const minutes = (count: number) => SINCE + count * 60_000;

describe('waiting', () => {
  test('is never negative, though the clocks of two machines differ', () => {
    expect(waitedMs(aCase(), minutes(-3))).toBe(0);
  });

  test('fills the bar after a quarter of an hour for an active case', () => {
    expect(shareOfWait(aCase(), minutes(7.5))).toBe(0.5);
    expect(shareOfWait(aCase(), minutes(60))).toBe(1);
  });

  test('fills the bar as soon for somebody who asks for a person, whatever the level', () => {
    const asked = aCase({ level: 'none', reason: 'asked-for-person' });
    expect(shareOfWait(asked, minutes(15))).toBe(1);
    expect(shareOfWait(aCase({ level: 'none' }), minutes(15))).toBeLessThan(0.1);
  });
});
