import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { HelplinesByCountry } from '../../../../../web-widget/embed/helplines/helpline.ts';
import { holdsNumber } from '../../../../../web-widget/embed/helplines/holds-number.ts';
import { builtInLines, inOrder } from '../../../../../web-widget/embed/helplines/lines-for.ts';
import { linkedParts } from '../../../../../web-widget/embed/helplines/linked-parts.ts';

const read = (path: string) => readFileSync(join(process.cwd(), path), 'utf8');
const { countries } = JSON.parse(read('data/helplines/helplines.json')) as {
  countries: HelplinesByCountry;
};
const TODAY = '2026-11-26';
const linesFor = (country: string) => builtInLines(countries, country, TODAY);
const france = countries.FR?.lines ?? [];
const ORIGIN = 'https://chat.example.org';
const links = (text: string) =>
  linkedParts(text, france, ORIGIN).filter((part) => typeof part !== 'string');
const hrefs = (text: string) => links(text).map(({ href }) => href);

describe('the numbers', () => {
  test.each(Object.keys(countries))('of %s begin with the emergencies', (country) => {
    const { all, short } = linesFor(country);
    const firstOther = all.findIndex((line) => !line.emergency);
    expect(all.slice(firstOther === -1 ? all.length : firstOther).some((l) => l.emergency)).toBe(
      false,
    );
    expect(short.length).toBeGreaterThan(0);
    expect(short.length).toBeLessThanOrEqual(3);
  });

  test('that stand always in sight in France are 3114, 15, and 114 by text', () => {
    expect(linesFor('fr').short.map(({ href }) => href)).toEqual(['tel:3114', 'tel:15', 'sms:114']);
  });

  test('for a country without a list are those that work in most', () => {
    expect(linesFor('ZZ').all).toEqual(countries.XX?.lines);
  });

  test('of who is under 18 come right after the emergencies', () => {
    const young = {
      label: '119',
      href: 'tel:119',
      young: true,
      about: { fr: 'x', en: 'x' },
    } as const;
    const talk = {
      label: '3114',
      href: 'tel:3114',
      first: true,
      about: { fr: 'x', en: 'x' },
    } as const;
    const emergency = {
      label: '15',
      href: 'tel:15',
      emergency: true,
      about: { fr: 'x', en: 'x' },
    } as const;
    expect(inOrder([talk, young, emergency]).all).toEqual([emergency, young, talk]);
  });

  test('that are past their date are not shown, since nobody here knows whether they were confirmed', () => {
    const labels = linesFor('FR').all.map(({ label }) => label);
    expect(labels).toContain('3114');
    expect(labels).toContain('119');
    expect(labels).not.toContain('09 72 39 40 50');
    const later = builtInLines(countries, 'FR', '2030-01-01').all.map(({ label }) => label);
    expect(later).toEqual(['15', '112', '114', '17', '18', '3114', '119']);
  });
});

describe('a text that holds a number', () => {
  test.each(['Appelle le 3114.', 'le 15', 'SOS Amitié, 09\u00a072\u202f39 40 50', '15 112'])(
    'is known: %s',
    (text) => expect(holdsNumber(text, france)).toBe(true),
  );
  test.each(['Bonsoir.', 'depuis 2019', 'chapitre 12'])('is told from others: %s', (text) =>
    expect(holdsNumber(text, france)).toBe(false),
  );
});

describe('links in what is said', () => {
  test('make helplines callable, and 114 only by text', () => {
    expect(hrefs('Appelle le 15 ou le 112, ou envoie un SMS au 114. Le 3114 répond.')).toEqual([
      'tel:15',
      'tel:112',
      'sms:114',
      'tel:3114',
    ]);
    expect(hrefs('SOS Amitié : 09\u202f72\u202f39\u202f40\u202f50')).toEqual(['tel:+33972394050']);
  });

  test.each(['dans 15 minutes', 'le 15 mars', 'j’ai 17 ans', '31145', '2114', 'il est 18 h'])(
    'leave other numbers alone: %s',
    (text) => expect(hrefs(text)).toEqual([]),
  );

  test('go nowhere but to the service itself', () => {
    expect(hrefs(`voir ${ORIGIN}/chat`)).toEqual([`${ORIGIN}/chat`]);
    for (const text of [
      'https://evil.example/3',
      'javascript:alert(1)',
      'https://chat.example.org.evil.example/x',
      'data:text/html,<b>',
      '[x](javascript:alert(1))',
    ]) {
      expect(hrefs(text)).toEqual([]);
    }
  });

  test('change nothing of the text', () => {
    const text = 'Le 3114, <b>15</b>, tel:112 ; 114\nsms:114 fin';
    const parts = linkedParts(text, france, ORIGIN);
    expect(parts.map((part) => (typeof part === 'string' ? part : part.text)).join('')).toBe(text);
  });
});
