import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { helplineValues } from '../../../../bot-flows/helplines/helpline-values.ts';
import {
  HelplinesError,
  linesFor,
  loadHelplines,
} from '../../../../bot-flows/helplines/helplines.ts';
import { staleHelplines } from '../../../../bot-flows/helplines/stale-helplines.ts';
import { HELPLINES_FILE, realHelplines } from '../../../support/flow-library.ts';

const helplines = realHelplines();

describe('the lines that ship', () => {
  test('every country has an emergency number, and its own suicide line where one is known', () => {
    expect(Object.keys(helplines.countries)).toEqual(
      expect.arrayContaining(['FR', 'BE', 'CH', 'LU', 'CA', 'GB', 'IE', 'US']),
    );
    for (const [country, { lines }] of Object.entries(helplines.countries)) {
      const values = helplineValues(lines, 'fr');
      expect(values.emergency).toBeTruthy();
      if (country !== 'XX') expect(values.suicide).toBeTruthy();
    }
  });
  test('in France: 3114 first, 15 or 112, and 114 only in writing', () => {
    const values = helplineValues(linesFor(helplines, 'FR'), 'fr');
    expect(values.suicide).toBe('3114');
    expect(values.emergency).toBe('15 ou le 112');
    expect(linesFor(helplines, 'FR').find(({ id }) => id === '114')?.href).toBe('sms:114');
  });
  test('lines for the young say so', () => {
    const young = linesFor(helplines, 'FR').filter(({ audience }) => audience.includes('under-18'));
    expect(young.map(({ id }) => id)).toEqual(['119', '3018']);
  });
  test('a country that isn’t listed gets the emergency number that works most widely', () => {
    expect(linesFor(helplines, 'ZZ').map(({ label }) => label)).toEqual(['112']);
  });
  test('no date is later than the day the list was made', () => {
    for (const { lines } of Object.values(helplines.countries)) {
      for (const { verifiedOn } of lines) expect((verifiedOn ?? '') < '2026-11-25').toBe(true);
    }
  });
});

describe('lines to check again', () => {
  test('are those past their date and those of undated sources, each with what to do', () => {
    const stale = staleHelplines(helplines, new Date('2026-11-24'));
    const ids = stale.map(({ id }) => id);
    expect(ids).toContain('119');
    expect(ids).toContain('3114');
    expect(ids).not.toContain('3133');
    expect(stale.find(({ id }) => id === '119')?.reason).toContain('expired on 2022-01-01');
    expect(stale.find(({ id }) => id === '3114')?.reason).toContain('undated');
  });
  test('grow as time passes, and never stop anything', () => {
    const later = staleHelplines(helplines, new Date('2030-01-01'));
    expect(later.map(({ id }) => id)).toContain('3133');
  });
});

describe('a wrong file', () => {
  const load = (change: (text: string) => string) => {
    const dir = mkdtempSync(join(tmpdir(), 'helplines-'));
    const file = join(dir, 'helplines.json');
    writeFileSync(file, change(readFileSync(HELPLINES_FILE, 'utf8')));
    try {
      return loadHelplines(file);
    } finally {
      rmSync(dir, { recursive: true });
    }
  };
  test.each([
    ['114 as a voice call', (t: string) => t.replace('sms:114', 'tel:114'), 'no voice calls'],
    ['an unknown role', (t: string) => t.replace('"suicide"', '"suicid"'), 'for.0'],
    ['a date nobody can read', (t: string) => t.replace('"2024"', '"last year"'), 'verifiedOn'],
    ['broken JSON', (t: string) => t.slice(0, 500), "can't be read"],
    ['the same id twice', (t: string) => t.replace('"id": "15"', '"id": "112"'), 'same id'],
    ['no list for other countries', (t: string) => t.replace('"XX"', '"XY"'), 'XX'],
  ])('with %s is refused, naming the field', (_, change, expected) => {
    expect(() => load(change)).toThrow(HelplinesError);
    expect(() => load(change)).toThrow(expected);
  });
  test('that isn’t there is named', () => {
    expect(() => loadHelplines('nowhere.json')).toThrow(/nowhere\.json/);
  });
});
