import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { loadFlows } from '../../../../bot-flows/engine/load-flows.ts';
import { FlowsError } from '../../../../bot-flows/engine/problems.ts';
import { FLOWS_DIR, realHelplines } from '../../../support/flow-library.ts';

let dir: string;
beforeEach(() => {
  dir = join(mkdtempSync(join(tmpdir(), 'flows-')), 'flows');
  cpSync(FLOWS_DIR, dir, { recursive: true });
});
afterEach(() => rmSync(join(dir, '..'), { recursive: true, force: true }));

const change = (file: string, from: string | RegExp, to: string) => {
  const path = join(dir, file);
  const text = readFileSync(path, 'utf8');
  const changed = text.replace(from, to);
  if (changed === text) throw new Error(`nothing to change in ${file}`);
  writeFileSync(path, changed);
};
function problems() {
  try {
    loadFlows(dir, realHelplines());
    return [];
  } catch (error) {
    if (error instanceof FlowsError) return error.problems;
    throw error;
  }
}

describe('the loader', () => {
  test('has nothing to say about the flows that ship', () => expect(problems()).toEqual([]));

  test.each([
    ['malformed YAML', 'check-in/fr.yaml', /^now:\n {2}ask:/m, 'now:\n  ask: [', 'malformed YAML'],
    ['an unknown step', 'check-in/flow.yaml', 'go: mixed', 'go: mixd', 'no step is called "mixd"'],
    [
      'an unreachable step',
      'check-in/flow.yaml',
      /$/,
      '  island: { ask: open, next: more }\n',
      'island',
    ],
    [
      'a dead end',
      'welcome/flow.yaml',
      '    say: text\n    next: brings\n\n  brings',
      '    say: text\n\n  brings',
      'dead end',
    ],
    [
      'an unplanned answer',
      'ask-directly/flow.yaml',
      '      - { when: unsure, go: unsure }\n',
      '',
      'no branch for the answer "unsure"',
    ],
    [
      'an answer that never comes',
      'check-in/flow.yaml',
      'when: mixed',
      'when: mixte',
      'never gets the answer "mixte"',
    ],
    [
      'a missing translation',
      'welcome/en.yaml',
      /^short-hello:\n {2}text: .*\n/m,
      '',
      '"short-hello.text" is missing',
    ],
    [
      'a missing label',
      'check-in/en.yaml',
      /^ {4}mixed:\n.*\n.*\n/m,
      '',
      '"now.options.mixed" is missing',
    ],
    [
      'a text over 280 characters',
      'welcome/en.yaml',
      'You can leave whenever',
      `${'and so on '.repeat(25)}`,
      'characters',
    ],
    [
      'more than three bubbles',
      'welcome/flow.yaml',
      'say: [who, words]',
      'say: [who, words, who]',
      '4 bubbles',
    ],
    ['an unknown placeholder', 'welcome/fr.yaml', '{site}', '{sight}', 'names {sight}'],
    ['an unknown helpline', 'ask-directly/fr.yaml', '{suicide}', '{3114}', 'names {3114}'],
    [
      'an unknown helpline role',
      'everywhere/flow.yaml',
      'show: [suicide,',
      'show: [suicid,',
      'no helpline role "suicid"',
    ],
    ['an unknown key', 'welcome/flow.yaml', 'save-as', 'keep-as', 'steps.brings'],
    [
      'an id unlike its folder',
      'welcome/flow.yaml',
      'id: welcome',
      'id: hello',
      'the id is "hello"',
    ],
    [
      'no way on for unclear answers',
      'ask-directly/flow.yaml',
      '    unclear: unsure\n',
      '',
      'no way on for unclear',
    ],
    [
      'a circle without a question',
      'check-in/flow.yaml',
      '      - { every: 9, go: offer }\n      - { go: listen }',
      '      - { go: more }',
      'without asking',
    ],
    [
      'an occasion nobody answers',
      'ask-directly/flow.yaml',
      '  imminent: imminent\n',
      '',
      'no flow has the entry "imminent"',
    ],
    [
      'a wish nobody answers',
      'everywhere/flow.yaml',
      '  privacy: privacy\n',
      '',
      'nothing answers the wish "privacy"',
    ],
    [
      'a text nothing says',
      'notices/en.yaml',
      /$/,
      '\nspare:\n  text: "Hello."\n',
      'nothing says "spare"',
    ],
    [
      'a question one country can’t say',
      'check-in/fr.yaml',
      /"Et là, tout de suite, c’est plutôt comment.*\n.*"/,
      '"Le {elder} ?"',
      'can’t be said in',
    ],
  ])('finds %s', (_, file, from, to, expected) => {
    change(file, from, to);
    expect(
      problems()
        .map(({ what }) => what)
        .join('\n'),
    ).toContain(expected);
  });

  test('lists everything at once, with file, line and how to mend it', () => {
    change('check-in/flow.yaml', 'go: mixed', 'go: mixd');
    change('welcome/fr.yaml', '{site}', '{sight}');
    change('welcome/en.yaml', /^short-hello:\n {2}text: .*\n/m, '');
    const found = problems();
    expect(new Set(found.map(({ file }) => file))).toEqual(
      new Set(['flows/check-in/flow.yaml', 'flows/welcome/fr.yaml', 'flows/welcome/en.yaml']),
    );
    const lines = readFileSync(join(dir, 'check-in/flow.yaml'), 'utf8').split('\n');
    const unknown = found.find(({ what }) => what.includes('mixd'));
    expect(lines[(unknown?.line ?? 0) - 1]).toContain('next:');
    for (const { fix, line } of found) {
      expect(fix).not.toBe('');
      expect(line).toBeGreaterThan(0);
    }
  });

  test('says so when the folder isn’t there', () => {
    rmSync(dir, { recursive: true });
    expect(problems()[0]?.what).toContain('can’t be read');
  });
});
