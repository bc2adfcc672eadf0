import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { helplinesCommand } from '../../../server/helplines-command.ts';
import { openHelplineDesk } from '../../../server/open-helpline-desk.ts';

let dataDir = '';
let now = new Date('2026-11-26T20:00:00Z');
const deskFor = (country: string) =>
  openHelplineDesk({ root: process.cwd(), dataDir, country, clock: { now: () => now } });
const shown = (country = 'FR') =>
  deskFor(country)
    .shown()
    .map(({ label }) => label);

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'desk-'));
  now = new Date('2026-11-26T20:00:00Z');
});
afterEach(() => rmSync(dataDir, { recursive: true }));

describe('an operator', () => {
  test('sees which lines are left out, why, and what to type', () => {
    const list = helplinesCommand(deskFor('FR'), undefined, {});
    expect(list).toMatch(/LEFT OUT {2}sos-amitie .*09 72 39 40 50/);
    expect(list).toContain('past its date since 2023-09-01');
    expect(list).toContain('helplines confirm --by "Your name" --line sos-amitie,suicide-ecoute');
  });

  test('confirms a line by name; people are given it at once, and the file says who and when', () => {
    const running = deskFor('FR');
    expect(running.shown().map(({ label }) => label)).not.toContain('09 72 39 40 50');
    helplinesCommand(deskFor('FR'), 'confirm', { by: 'Camille', line: 'sos-amitie' });
    expect(running.shown().map(({ label }) => label)).toContain('09 72 39 40 50');
    expect(running.confirmedIds()).toEqual(['sos-amitie']);
    const file = readFileSync(join(dataDir, 'confirmed-helplines.json'), 'utf8');
    expect(JSON.parse(file)).toEqual([
      { id: 'sos-amitie', href: 'tel:+33972394050', by: 'Camille', on: '2026-11-26' },
    ]);
  });

  test('confirms all that are due at once, in a country whose suicide line is past its date', () => {
    expect(shown('BE')).not.toContain('0800 32 123');
    helplinesCommand(deskFor('BE'), 'confirm', { by: 'Sacha', all: true });
    expect(shown('BE')).toContain('0800 32 123');
  });

  test('is asked again a year later', () => {
    helplinesCommand(deskFor('FR'), 'confirm', { by: 'Camille', line: 'sos-amitie' });
    now = new Date('2027-11-25T20:00:00Z');
    expect(shown()).toContain('09 72 39 40 50');
    now = new Date('2027-11-26T20:00:00Z');
    expect(shown()).not.toContain('09 72 39 40 50');
  });

  test('is asked again when a release changes the number', () => {
    const record = { id: 'sos-amitie', href: 'tel:+33100000000', by: 'Camille', on: '2026-11-01' };
    writeFileSync(join(dataDir, 'confirmed-helplines.json'), JSON.stringify([record]));
    expect(shown()).not.toContain('09 72 39 40 50');
  });

  test('takes a confirmation back', () => {
    helplinesCommand(deskFor('FR'), 'confirm', { by: 'Camille', line: 'sos-amitie' });
    helplinesCommand(deskFor('FR'), 'withdraw', { line: 'sos-amitie' });
    expect(shown()).not.toContain('09 72 39 40 50');
  });

  test.each([
    ['confirm', { line: 'sos-amitie' }, '--by NAME is missing'],
    ['confirm', { by: 'Camille' }, '--line ID,ID or --all is missing'],
    ['confirm', { by: 'Camille', line: 'sos-amitié' }, 'unknown; use'],
    ['withdraw', {}, '--line ID,ID is missing'],
    ['delete', {}, 'there is no "helplines delete"'],
  ])('is told in one line what is wrong with: %s %j', (action, options, message) => {
    expect(() => helplinesCommand(deskFor('FR'), action, options)).toThrow(message);
  });
});

test('a file of confirmations that can’t be used stops the start, with the way out', () => {
  writeFileSync(join(dataDir, 'confirmed-helplines.json'), '[{"id":');
  expect(() => deskFor('FR')).toThrow(/confirmed-helplines\.json can’t be used: mend it/);
});
