import { describe, expect, test } from '@jest/globals';
import { ENGLISH_REPORT } from '../../../../../web-widget/reports/words/english-report.ts';
import { FRENCH_REPORT } from '../../../../../web-widget/reports/words/french-report.ts';

const exactly = (atLeast: number) => ({ atLeast, exact: true });
const atLeast = (count: number) => ({ atLeast: count, exact: false });
const levels = (active: number, imminent: number) => ({
  none: exactly(20),
  distress: exactly(0),
  passive: exactly(0),
  active: exactly(active),
  imminent: exactly(imminent),
});
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');

describe('the title of a drawing answers its question', () => {
  const fr = FRENCH_REPORT.answers;
  const en = ENGLISH_REPORT.answers;

  test('for conversations', () => {
    expect(plain(fr.conversations(exactly(42), 7, 2))).toBe(
      '42 conversations en 7 jours ; le plus souvent le mardi',
    );
    expect(fr.conversations(exactly(0), 7, null)).toBe('Aucune conversation en 7 jours');
    expect(fr.conversations(atLeast(12), 30, null)).toBe('Au moins 12 conversations en 30 jours');
    expect(en.conversations(exactly(1), 7, null)).toBe('1 conversation in 7 days');
    expect(en.conversations(exactly(42), 7, 2)).toBe(
      '42 conversations in 7 days; most often on a Tuesday',
    );
  });

  test('for messages, and says no average of numbers it does not have', () => {
    expect(fr.messages(exactly(90), exactly(10))).toBe(
      '90 messages écrits, environ 9 par conversation',
    );
    expect(fr.messages(atLeast(90), exactly(10))).toBe('Au moins 90 messages écrits');
    expect(en.messages(exactly(0), exactly(0))).toBe('No message');
    expect(fr.messages(atLeast(0), atLeast(1))).toBe(
      'Trop peu de conversations pour compter les messages',
    );
  });

  test('for levels, naming those that call for a person now', () => {
    expect(fr.levels(levels(7, 5), exactly(32))).toBe(
      '5 imminentes, 7 actives, sur 32 conversations',
    );
    expect(fr.levels(levels(0, 0), exactly(20))).toBe('Aucune conversation active ou imminente');
    expect(en.levels(levels(7, 0), exactly(27))).toBe('7 active, of 27 conversations');
  });

  test('for cases and answers', () => {
    expect(fr.escalations(exactly(9), exactly(9))).toBe(
      '9 cas, tous avec la réponse d’une personne',
    );
    expect(en.escalations(exactly(9), exactly(0))).toBe('9 cases, none answered by a person');
    expect(en.escalations(exactly(9), atLeast(6))).toBe('9 cases, at least 6 answered by a person');
  });

  test('for the wait', () => {
    expect(fr.waiting(null, 0)).toBe('Trop peu de réponses pour une durée');
    expect(en.waiting('3 minutes', 1)).toBe(
      '3 minutes until a person, on the median day (of one day)',
    );
  });
});
