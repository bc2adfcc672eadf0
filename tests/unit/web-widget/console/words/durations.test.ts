import { describe, expect, test } from '@jest/globals';
import {
  shortDuration,
  spokenDuration,
} from '../../../../../web-widget/console/words/durations.ts';

const s = (seconds: number) => seconds * 1000;

describe('a wait in words', () => {
  test.each([
    [0, '0 s'],
    [59.9, '59 s'],
    [60, '1 min'],
    [3599, '59 min'],
    [3600, '1 h 00'],
    [3900, '1 h 05'],
    [86_400, '1 j'],
    [100_800, '1 j 4 h'],
  ])('%s seconds are read at a glance as « %s »', (seconds, words) => {
    expect(shortDuration(s(seconds), 'fr').replaceAll('\u00a0', ' ')).toBe(words);
  });

  test('is said in full to those who listen', () => {
    expect(spokenDuration(s(1), 'fr')).toBe('1 seconde');
    expect(spokenDuration(s(0), 'fr')).toBe('0 seconde');
    expect(spokenDuration(s(0), 'en')).toBe('0 seconds');
    expect(spokenDuration(s(3900), 'fr')).toBe('1 heure 5 minutes');
    expect(spokenDuration(s(7200), 'en')).toBe('2 hours');
    expect(spokenDuration(s(100_800), 'fr')).toBe('1 jour 4 heures');
  });

  test('is never longer than it was', () => {
    expect(shortDuration(s(119), 'en')).toBe('1\u00a0min');
  });
});
