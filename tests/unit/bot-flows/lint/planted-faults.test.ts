import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { placesIn, placesNamed } from '../../../../bot-flows/engine/library-places.ts';
import { readFlows } from '../../../../bot-flows/engine/load-flows.ts';
import { RULE_BOOK } from '../../../../bot-flows/lint/rule-book.ts';
import { WORDING_RULES } from '../../../../bot-flows/lint/wording-rules.ts';
import { SMALL_DIR } from '../../../support/flow-folder.ts';
import { FLOWS_DIR, realHelplines } from '../../../support/flow-library.ts';

/**
 * One folder a fault. What is wrong is said where it is wrong: `# fault: RULE …` at the end of
 * the line, or, where no comment can stand, in `expected.txt` as `RULE FILE LINE`.
 */
const FAULTS = join(__dirname, '..', '..', '..', 'fixtures', 'faults');
const folders = readdirSync(FAULTS);

const filesIn = (dir: string): readonly string[] =>
  readdirSync(dir).flatMap((name) => {
    const path = join(dir, name);
    return statSync(path).isDirectory() ? filesIn(path).map((file) => join(name, file)) : [name];
  });

function plantedIn(folder: string): readonly string[] {
  const dir = join(FAULTS, folder);
  return filesIn(dir).flatMap((file) => {
    const lines = readFileSync(join(dir, file), 'utf8').split('\n');
    if (file === 'expected.txt') return lines.filter((line) => line !== '');
    return lines.flatMap((line, index) => {
      const rules = /# fault: (.*)$/.exec(line)?.[1]?.split(' ') ?? [];
      return rules.map((rule) => `${rule} ${file} ${index + 1}`);
    });
  });
}

function foundIn(folder: string) {
  const { problems } = readFlows(placesNamed(join(FAULTS, folder), SMALL_DIR), realHelplines());
  return problems;
}

describe('the linter', () => {
  test.each(folders)('finds %s by its rule at its line, and nothing else', (folder) => {
    const problems = foundIn(folder);
    const found = problems.map(({ rule, file, line }) => `${rule} ${file} ${line}`);
    expect([...new Set(found)].sort()).toEqual([...plantedIn(folder)].sort());
    for (const { what, why, fix } of problems) {
      for (const told of [what, why, fix]) expect(told.length).toBeGreaterThan(3);
      // One line that reads as a sentence: file:line: [rule] what: why. Fix.
      expect(`${what}${why}${fix}`).not.toMatch(/\n|undefined|\.$/);
      expect(fix).toMatch(/^[A-ZÀ«]/);
    }
  });
  test('has a planted fault for every rule there is', () => {
    const planted = new Set(folders.flatMap(plantedIn).map((line) => line.split(' ')[0]));
    const rules = [...Object.keys(RULE_BOOK), ...WORDING_RULES.map(({ id }) => id)];
    // A folder that isn't there can't be planted.
    expect(rules.filter((rule) => !planted.has(rule) && rule !== 'no-folder')).toEqual([]);
    expect(folders.length).toBeGreaterThanOrEqual(40);
  });
  test.each([
    ['that ship', FLOWS_DIR],
    ['of the smallest library', SMALL_DIR],
  ])('has nothing to say about the flows %s', (_name, dir) => {
    expect(readFlows(placesIn(dir), realHelplines()).problems).toEqual([]);
  });
  test('says so when the folder isn’t there', () => {
    const { problems } = readFlows(placesIn(join(FAULTS, 'nowhere')), realHelplines());
    expect(problems).toMatchObject([{ rule: 'no-folder' }]);
  });
});
