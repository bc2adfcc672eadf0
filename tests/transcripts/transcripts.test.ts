import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { transcriptContext } from '../../bot-flows/author/transcript.ts';
import { replay } from '../support/flow-transcript.ts';

const files = readdirSync(__dirname).filter((name) => name.endsWith('.txt'));

describe('conversations as they were read aloud and agreed', () => {
  test.each(files)('%s goes as written (UPDATE_GOLDEN=1 writes it anew)', (file) => {
    const path = join(__dirname, file);
    const script = readFileSync(path, 'utf8');
    const played = replay(script, transcriptContext(file, script));
    if (process.env.UPDATE_GOLDEN === '1') writeFileSync(path, played);
    else expect(played).toBe(script);
  });
  test('there is one of each in both languages', () => {
    const names = (language: string) =>
      files.filter((name) => name.endsWith(`.${language}.txt`)).map((name) => name.split('.')[0]);
    expect(names('fr').sort()).toEqual(names('en').sort());
  });
});
