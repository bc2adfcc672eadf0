import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { DialogContext } from '../../bot-flows/dialog.ts';
import { aContext } from '../support/flow-library.ts';
import { replay } from '../support/flow-transcript.ts';

const files = readdirSync(__dirname).filter((name) => name.endsWith('.txt'));

/** Reads `# address: vous, people: away, country: GB, age: 15-17` and the language of the name. */
function contextOf(file: string, script: string): DialogContext {
  const told = (name: string) => new RegExp(`^#.*\\b${name}: ([\\w-]+)`, 'm').exec(script)?.[1];
  const ageBand = told('age') as DialogContext['ageBand'];
  return aContext({
    locale: file.split('.').at(-2) ?? 'fr',
    address: told('address') === 'vous' ? 'vous' : 'tu',
    peopleAvailable: told('people') !== 'away',
    country: told('country') ?? 'FR',
    ...(ageBand && { ageBand }),
  });
}

describe('conversations as they were read aloud and agreed', () => {
  test.each(files)('%s goes as written (UPDATE_GOLDEN=1 writes it anew)', (file) => {
    const path = join(__dirname, file);
    const script = readFileSync(path, 'utf8');
    const played = replay(script, contextOf(file, script));
    if (process.env.UPDATE_GOLDEN === '1') writeFileSync(path, played);
    else expect(played).toBe(script);
  });
  test('there is one of each in both languages', () => {
    const names = (language: string) =>
      files.filter((name) => name.endsWith(`.${language}.txt`)).map((name) => name.split('.')[0]);
    expect(names('fr').sort()).toEqual(names('en').sort());
  });
});
