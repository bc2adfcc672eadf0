import { describe, expect, test } from '@jest/globals';
import { RISK_LEVELS } from '../../../../classifiers/risk-classifier.ts';
import { stronger, triage, whoSpeaks } from '../../../../server/domain/triage.ts';

describe('triage', () => {
  test.each([
    ['none', 'continue'],
    ['distress', 'continue'],
    ['passive', 'review'],
    ['active', 'escalate'],
    ['imminent', 'escalate'],
  ] as const)('a message at %s leads to %s', (level, kind) => {
    expect(triage({ level, completeness: 'full' }).kind).toBe(kind);
  });

  test.each(RISK_LEVELS)('a person looks at an incomplete reading, even at %s', (level) => {
    expect(triage({ level, completeness: 'degraded' }).kind).not.toBe('continue');
  });

  test('keeps the more urgent of two decisions', () => {
    const review = { kind: 'review', reason: 'flow-failed' } as const;
    const escalate = { kind: 'escalate', reason: 'asked-for-person' } as const;
    expect(stronger(review, escalate)).toBe(escalate);
    expect(stronger(escalate, review)).toBe(escalate);
  });
});

describe('who speaks', () => {
  test('the program is silent while a responder has the conversation, whatever is written', () => {
    for (const level of RISK_LEVELS) {
      expect(
        whoSpeaks({ level, language: 'fr' }, { kind: 'with-responder', responderId: 'r1' }),
      ).toEqual({
        kind: 'responder',
      });
    }
  });

  test('safety text comes before any flow', () => {
    for (const handling of [{ kind: 'with-bot' }, { kind: 'awaiting-responder' }] as const) {
      for (const level of ['passive', 'active', 'imminent'] as const) {
        expect(whoSpeaks({ level, language: 'fr' }, handling)).toEqual({
          kind: 'safety',
          occasion: level,
        });
      }
    }
  });

  test('in a language that nobody reads, the line in that language comes before any flow', () => {
    const seen = { level: 'passive', language: 'pl' } as const;
    expect(whoSpeaks(seen, { kind: 'with-bot' })).toEqual({
      kind: 'unread',
      language: 'pl',
      urgent: false,
    });
    expect(whoSpeaks(seen, { kind: 'with-responder', responderId: 'r1' }).kind).toBe('responder');
  });
});
