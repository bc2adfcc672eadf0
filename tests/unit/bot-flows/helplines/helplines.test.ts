import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { helplineValues } from '../../../../bot-flows/helplines/helpline-values.ts';
import {
  HelplinesError,
  holidaysFor,
  linesFor,
  loadHelplines,
} from '../../../../bot-flows/helplines/helplines.ts';
import {
  expiredUnawares,
  linesToConfirm,
} from '../../../../bot-flows/helplines/lines-to-confirm.ts';
import { isLasting, shownLines } from '../../../../bot-flows/helplines/shown-lines.ts';
import { HELPLINES_FILE, realHelplines } from '../../../support/flow-library.ts';

const helplines = realHelplines();
const TODAY = new Date('2026-11-26T12:00:00Z');
const shown = (country: string, now = TODAY, confirmedLines: readonly string[] = []) =>
  shownLines(helplines, country, { now, confirmedLines }).map(({ id }) => id);
const valuesOf = (country: string, now = TODAY, confirmedLines: readonly string[] = []) =>
  helplineValues(shownLines(helplines, country, { now, confirmedLines }), 'fr', {
    now,
    holidays: holidaysFor(helplines, country),
  });

describe('the lines that ship', () => {
  test('every country has an emergency number that nothing can take away', () => {
    const far = new Date('2100-01-01T00:00:00Z');
    expect(Object.keys(helplines.countries)).toEqual(
      expect.arrayContaining(['FR', 'BE', 'CH', 'LU', 'CA', 'GB', 'IE', 'US']),
    );
    for (const country of Object.keys(helplines.countries)) {
      expect(valuesOf(country, far).emergency).toBeTruthy();
    }
  });
  test('in France: 3114 first, 15 or 112, and 114 only in writing', () => {
    const values = valuesOf('FR');
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
  test('a date is the source’s own: none is the day the list was made, or later', () => {
    for (const { lines } of Object.values(helplines.countries)) {
      for (const { verifiedOn } of lines) expect((verifiedOn ?? '') < '2026-11-25').toBe(true);
    }
  });
  test('a line expires a year after its source at the latest', () => {
    for (const { lines } of Object.values(helplines.countries)) {
      for (const { id, verifiedOn, expiresOn } of lines) {
        if (verifiedOn === null || expiresOn === null) continue;
        const [year = '', month = '01', day = '01'] = verifiedOn.split('-');
        const latest = `${Number(year) + 1}-${month}-${day}`;
        expect({ id, onTime: expiresOn <= latest }).toEqual({ id, onTime: true });
      }
    }
  });
});

describe('what people are given', () => {
  test('in France today: the suicide line, the emergencies, and what was said again this year', () => {
    expect(shown('FR')).toEqual([
      ...['3114', '15', '112', '114', '17', '18', '119', '3018', '3919', '3133'],
    ]);
  });
  test('never is a line past its date, unless it is an emergency number or a State gave it', () => {
    for (const [country, { lines }] of Object.entries(helplines.countries)) {
      for (const line of lines) {
        const old = line.expiresOn === null || line.expiresOn <= '2026-11-26';
        if (old)
          expect([line.id, shown(country).includes(line.id)]).toEqual([line.id, isLasting(line)]);
      }
    }
  });
  test('is a line again once an operator has confirmed it', () => {
    expect(shown('FR')).not.toContain('sos-amitie');
    expect(shown('FR', TODAY, ['sos-amitie'])).toContain('sos-amitie');
  });
  test('where no suicide line is left, names none, and the emergencies stay', () => {
    for (const country of ['BE', 'LU']) {
      expect(valuesOf(country).suicide).toBeUndefined();
      expect(valuesOf(country).emergency).toBe('112');
    }
    expect(valuesOf('BE', TODAY, ['be-suicide']).suicide).toBe('0800 32 123');
  });
  test('says that a line is closed, and names one that is open before it', () => {
    const night = valuesOf('FR', new Date('2026-11-26T23:30:00Z'), ['fil-sante-jeunes']);
    expect(night['bullying-about']).toContain('Fermé en ce moment.');
    const day = valuesOf('FR', TODAY);
    expect(day['bullying-about']).toBe(
      'Harcèlement, à l’école ou en ligne. Gratuit, de 9\u00a0h à 23\u00a0h.',
    );
    expect(day['suicide-about']).toBe(
      'Numéro national de prévention du suicide. Gratuit, jour et nuit.',
    );
  });
});

describe('lines to check again', () => {
  test('are those past their date and those of undated sources, the ones left out first', () => {
    const due = linesToConfirm(helplines, 'FR', TODAY);
    expect(due.slice(0, 3).map(({ line }) => line.id)).toEqual([
      ...['sos-amitie', 'suicide-ecoute', 'fil-sante-jeunes'],
    ]);
    expect(due.find(({ line }) => line.id === 'sos-amitie')?.reason).toContain(
      'expired on 2023-09-01',
    );
    expect(due.find(({ line }) => line.id === 'suicide-ecoute')?.reason).toContain('undated');
    expect(due.find(({ line }) => line.id === '119')?.leftOut).toBe(false);
    expect(due.map(({ line }) => line.id)).not.toContain('3133');
  });
  test('fail the build on the day they expire, unless the list says that they are left out', () => {
    expect(expiredUnawares(helplines, TODAY)).toEqual([]);
    const later = expiredUnawares(helplines, new Date('2027-03-16T00:00:00Z'));
    expect(later.join('\n')).toMatch(/3133 \(FR\): expired on 2027-03-16.*when_expired: hide/);
    expect(later.join('\n')).not.toMatch(/3114|09 72/);
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
    ['an unknown role', (t: string) => t.replace('"suicide"', '"suicid"'), 'kind.0'],
    ['a date nobody can read', (t: string) => t.replace('"2024-01"', '"last year"'), 'verified_on'],
    ['an unknown zone', (t: string) => t.replace('Europe/Paris', 'Europe/Lille'), 'time zone'],
    ['hours to the minute', (t: string) => t.replace('09:00-23:00', '09:07-23:00'), 'quarters'],
    ['a holiday nobody knows', (t: string) => t.replace('easter+1', 'whitsun'), 'easter+1'],
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
