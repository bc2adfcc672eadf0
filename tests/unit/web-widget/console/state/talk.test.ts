import { describe, expect, test } from '@jest/globals';
import {
  EMPTY_TALK,
  hasUnsentWords,
  unreadCount,
  withAllSeen,
  withDraftSent,
  withRefusal,
  withTurns,
} from '../../../../../web-widget/console/state/talk.ts';
import { aReadTurn } from '../../../../support/console-wires.ts';

const drafted = (draft: string) => ({ ...EMPTY_TALK, draft });

describe('what a responder writes', () => {
  test('is shown as on its way and then once as a turn', () => {
    const sent = withDraftSent(drafted(' Bonsoir. '), 't1');
    expect(sent).toMatchObject({ draft: '', outgoing: [{ turnId: 't1', text: 'Bonsoir.' }] });
    expect(withTurns(sent, [aReadTurn({ seq: 1, turnId: 't1' })]).outgoing).toEqual([]);
  });

  test('stays a draft when there is nothing in it', () => {
    expect(withDraftSent(drafted('  \n'), 't1')).toEqual(drafted('  \n'));
  });

  test('goes back before what is being written when the server refuses it', () => {
    const one = withDraftSent(drafted('Un.'), 't1');
    const two = withDraftSent({ ...one, draft: 'Deux.' }, 't2');
    expect(withRefusal({ ...two, draft: 'Tro' }, 'taken')).toMatchObject({
      draft: 'Un.\n\nDeux.\n\nTro',
      outgoing: [],
      problem: 'taken',
    });
  });

  test('leaves the draft again when it turns out to have been kept, so that nobody says it twice', () => {
    const refused = withRefusal(withDraftSent(drafted('Un.'), 't1'), 'taken');
    expect(withTurns(refused, [aReadTurn({ seq: 1, turnId: 't1' })]).draft).toBe('');
  });

  test('keeps a returned draft that was changed meanwhile', () => {
    const refused = withRefusal(withDraftSent(drafted('Un.'), 't1'), 'taken');
    const changed = { ...refused, draft: 'Un. Et deux.' };
    expect(withTurns(changed, [aReadTurn({ seq: 1, turnId: 't1' })]).draft).toBe('Un. Et deux.');
  });

  test('is reason to ask before the page is left, until the server has kept it', () => {
    expect(hasUnsentWords(drafted('Un.'))).toBe(true);
    expect(hasUnsentWords(withDraftSent(drafted('Un.'), 't1'))).toBe(true);
    const kept = [{ turnId: 't1', text: 'Un.', state: 'kept' as const }];
    expect(hasUnsentWords({ ...EMPTY_TALK, outgoing: kept })).toBe(false);
  });
});

test('counts only messages of the person that came since one last looked', () => {
  const seen = withAllSeen(withTurns(EMPTY_TALK, [aReadTurn({ seq: 1 })]));
  const later = withTurns(seen, [aReadTurn({ seq: 2 }), aReadTurn({ seq: 3, author: 'bot' })]);
  expect(unreadCount(later)).toBe(1);
});
