import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import {
  LexiconError,
  loadLexicon,
  loadRuleSet,
} from '../../../../classifiers/lexicon/load-lexicon.ts';

const HEAD = `schema: lexicon/1
version: 1
language: en
apostrophe: joins
guarded: []
spellings: {}
words: { die: '(die|pass away)' }
idioms: []
rules:
`;
const RULE = `  - id: en-die
    level: passive
    signals: [wish-to-be-dead]
    rationale: Says it.
    match: ['i want to {die}']
    fires: ['I want to die']
    spares: ['I want to dance']
`;
const problemsOf = (yaml: string): string => {
  try {
    loadRuleSet('en.yaml', yaml);
  } catch (error) {
    if (error instanceof LexiconError) return error.message;
  }
  return '';
};

describe('loadRuleSet', () => {
  test('accepts a rule that has all it needs', () => {
    expect(problemsOf(HEAD + RULE)).toBe('');
  });

  test.each([
    ['an unknown level', ['passive', 'sad'], /en\.yaml:11: rules\.0\.level/],
    ['an unknown signal', ['wish-to-be-dead', 'gloom'], /en\.yaml:12: en-die: .*"gloom"/],
    [
      'a pattern that is none',
      ["'i want to {die}'", "'i want (to'"],
      /en\.yaml:14: .*not a pattern/,
    ],
    [
      'a name that does not exist',
      ['{die}', '{croak}'],
      /en\.yaml:14: no word is called "{croak}"/,
    ],
    ['an endless repeat', ['i want to {die}', '(i )+die'], /en\.yaml:14: .*repeats without end/],
    ['no example that must fire', ["fires: ['I want to die']", 'fires: []'], /rules\.0\.fires/],
    ['no example that must be spared', ["spares: ['I want to dance']", ''], /rules\.0\.spares/],
    ['a key nobody knows', ['rationale:', 'because:'], /because/],
  ])('refuses %s and says where', (_, [from = '', to = ''], message) => {
    expect(problemsOf(HEAD + RULE.replace(from, to))).toMatch(message);
  });

  test('refuses two rules of one name', () => {
    expect(problemsOf(HEAD + RULE + RULE)).toMatch(/en\.yaml:17: two rules are called "en-die"/);
  });

  test('refuses what is no YAML, with its line', () => {
    expect(problemsOf(`${HEAD}  - id: [`)).toMatch(/en\.yaml:1\d: /);
  });

  test('lists every problem at once', () => {
    const broken = RULE.replace('wish-to-be-dead', 'gloom').replace('{die}', '{croak}');
    expect(problemsOf(HEAD + broken).split('\n')).toHaveLength(2);
  });
});

describe('loadLexicon', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'lexicon-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test('lists the problems of every file', () => {
    writeFileSync(join(folder, 'en.yaml'), HEAD);
    writeFileSync(join(folder, 'fr.yaml'), HEAD.replace('lexicon/1', 'lexicon/9'));
    expect(() => loadLexicon(folder)).toThrow(/en\.yaml[\s\S]*fr\.yaml/);
  });

  test('refuses a folder without rules: a lexicon that sees nothing would look like calm', () => {
    expect(() => loadLexicon(folder)).toThrow(/no rule file/);
  });
});
