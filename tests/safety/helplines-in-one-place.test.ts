import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { realHelplines } from '../support/flow-library.ts';

const root = process.cwd();
const SOURCES = ['server', 'bot-flows', 'web-widget', 'scripts', 'classifiers'];
/** Sentences a classifier learns to read; nobody is ever shown one. */
const SAMPLES = 'classifiers/training/';
const READ = /\.(tsx?|mjs|cjs|html|css|yaml|json|svg|py)$/;

const filesOf = (dir: string): readonly string[] =>
  readdirSync(join(root, dir), { withFileTypes: true }).flatMap((entry) => {
    const path = `${dir}/${entry.name}`;
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : filesOf(path);
    return READ.test(entry.name) ? [path] : [];
  });

const lines = Object.values(realHelplines().countries).flatMap(({ lines: all }) => all);
const digits = (text: string) => text.replace(/\D/g, '');
/** Long enough to be nothing but a number to call, wherever it stands. */
const long = [...new Set(lines.map(({ label }) => digits(label)).filter((n) => n.length >= 4))];
const short = [...new Set(lines.map(({ label }) => digits(label)).filter((n) => n.length < 4))];

/** Apart from comments, which may explain why 114 is what it is, and from words people write. */
const spoken = (path: string): string =>
  readFileSync(join(root, path), 'utf8')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|\s)(\/\/|#).*$/gm, '')
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/\balso:\s*\[[^\]]*\]/g, '');

describe('a number to call stands in data/helplines and nowhere else', () => {
  const files = SOURCES.flatMap(filesOf).filter((path) => !path.startsWith(SAMPLES));
  test('there is something to look through', () => expect(files.length).toBeGreaterThan(200));

  test('no source holds a link to call', () => {
    const found = files.filter((path) => /\b(?:tel|sms):\+?\d/.test(spoken(path)));
    // The check that refuses 114 as a voice call has to name it.
    expect(found).toEqual(['bot-flows/helplines/helplines.ts']);
  });

  test('no source holds a long number, however it is spaced', () => {
    const spaced = (number: string) => [...number].join('[\\s.\\u00a0\\u202f-]?');
    const pattern = new RegExp(`(?<![\\w.])(?:${long.map(spaced).join('|')})(?![\\w.])`);
    const found = files.flatMap((path) => {
      const match = pattern.exec(spoken(path));
      return match ? [`${path}: ${match[0]}`] : [];
    });
    expect(found).toEqual([]);
  });

  test('no text that people read holds a short one', () => {
    const quoted = new RegExp(
      `(?:['"\`>«“]|\\b(?:le|au|call|dial|text)\\s)(?:${short.join('|')})(?=['"\`<»”.,\\s])`,
      'i',
    );
    // The words people write may be numbers; ages and drawings are full of them.
    const read = files.filter(
      (path) =>
        /\.html$|^web-widget\/(embed|loader)\/|^bot-flows\/(flows|exercises|questionnaires)\//.test(
          path,
        ) && !path.includes('flows/words/'),
    );
    const found = read.flatMap((path) => {
      const match = quoted.exec(spoken(path).replace(/<(svg|circle|path)[^>]*>/g, ''));
      return match ? [`${path}: ${match[0]}`] : [];
    });
    expect(found).toEqual([]);
  });
});
