import { describe, expect, test } from '@jest/globals';
import { caseForTurn, type TurnSeen } from '../../../../server/domain/case-for-turn.ts';
import { aConversation, anAssessment, anEscalation, later } from '../../../support/builders.ts';

let ids = 0;
const newId = () => `id-${++ids}`;
const seen = (changes: Partial<TurnSeen>): TurnSeen => ({
  known: undefined,
  conversation: aConversation(),
  decision: { kind: 'continue' },
  assessment: anAssessment(),
  at: later(1000),
  ...changes,
});
const RISK = { kind: 'escalate', reason: 'risk' } as const;

describe('the case of a turn', () => {
  test('there is none when nothing calls for a person', () => {
    expect(caseForTurn(seen({}), newId)).toEqual({ outbox: [] });
  });

  test('danger opens one and calls people', () => {
    const change = caseForTurn(
      seen({ decision: RISK, assessment: anAssessment({ level: 'active' }) }),
      newId,
    );
    expect(change.escalation).toMatchObject({ level: 'active', reason: 'risk', claim: null });
    expect(change.outbox).toMatchObject([{ kind: 'escalation-opened', level: 'active' }]);
  });

  test('an incomplete reading of a harmless message is reviewed, and wakes nobody', () => {
    const change = caseForTurn(
      seen({
        decision: { kind: 'review', reason: 'degraded-assessment' },
        assessment: anAssessment({ completeness: 'degraded' }),
      }),
      newId,
    );
    expect(change.escalation).toMatchObject({ degraded: true, reason: 'degraded-assessment' });
    expect(change.outbox).toEqual([]);
  });

  test('nobody is called twice for the same level', () => {
    const known = anEscalation({ level: 'active' });
    const change = caseForTurn(
      seen({
        known,
        conversation: aConversation({ handling: { kind: 'awaiting-responder' } }),
        decision: RISK,
        assessment: anAssessment({ level: 'active' }),
      }),
      newId,
    );
    expect(change).toEqual({ outbox: [] });
  });

  test('people are called again when the level rises', () => {
    const change = caseForTurn(
      seen({
        known: anEscalation({ level: 'active' }),
        conversation: aConversation({ handling: { kind: 'awaiting-responder' } }),
        decision: RISK,
        assessment: anAssessment({ level: 'imminent' }),
      }),
      newId,
    );
    expect(change.escalation).toMatchObject({ id: 'e1', level: 'imminent' });
    expect(change.outbox).toMatchObject([{ kind: 'escalation-raised', level: 'imminent' }]);
  });

  test('a case for review becomes a call when the person asks for somebody', () => {
    const change = caseForTurn(
      seen({
        known: anEscalation({ level: 'none', reason: 'degraded-assessment' }),
        decision: { kind: 'escalate', reason: 'asked-for-person' },
      }),
      newId,
    );
    expect(change.escalation).toMatchObject({
      reason: 'asked-for-person',
      waitingSince: later(1000),
    });
    expect(change.outbox).toMatchObject([{ kind: 'escalation-raised' }]);
  });
});
