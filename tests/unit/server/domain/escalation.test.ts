import { describe, expect, test } from '@jest/globals';
import { claim, close, LEASE_MS, raise, release } from '../../../../server/domain/escalation.ts';
import { anEscalation, later, NOON } from '../../../support/builders.ts';

describe('a case', () => {
  test('goes to the first who claims it', () => {
    const won = claim(anEscalation(), 'r1', NOON);
    if (won.kind !== 'claimed') throw new Error('not claimed');
    expect(won.escalation.claim).toEqual({
      responderId: 'r1',
      at: NOON,
      leaseUntil: later(LEASE_MS),
    });
    expect(claim(won.escalation, 'r2', later(5))).toEqual({
      kind: 'already-taken',
      responderId: 'r1',
    });
  });

  test('stays with the same responder who claims it again, from when they first had it', () => {
    const won = claim(anEscalation(), 'r1', NOON);
    if (won.kind !== 'claimed') throw new Error('not claimed');
    const again = claim(won.escalation, 'r1', later(1000));
    expect(again).toMatchObject({ kind: 'claimed', escalation: { claim: { at: NOON } } });
  });

  test('can not be claimed once it is closed', () => {
    expect(claim(close(anEscalation(), NOON), 'r1', NOON)).toEqual({ kind: 'closed' });
  });

  test('waits again from the moment it is released', () => {
    const claimed = anEscalation({ claim: { responderId: 'r1', at: NOON, leaseUntil: NOON } });
    expect(release(claimed, later(60_000))).toMatchObject({
      claim: null,
      waitingSince: later(60_000),
    });
  });

  test('begins a shorter wait when the level rises, and never falls by itself', () => {
    const seen = {
      reason: 'risk',
      signals: ['time-near'],
      degraded: false,
      at: later(1000),
    } as const;
    const risen = raise(anEscalation(), { ...seen, level: 'imminent' });
    expect(risen).toMatchObject({
      level: 'imminent',
      waitingSince: later(1000),
      signals: ['time-near'],
    });
    expect(raise(risen, { ...seen, level: 'none' })).toMatchObject({ level: 'imminent' });
  });
});
