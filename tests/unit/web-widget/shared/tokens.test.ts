import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { contrast } from '../../../support/contrast.ts';

const css = readFileSync(join(process.cwd(), 'web-widget/shared/tokens.css'), 'utf8');

/** The tokens of one theme; a theme's block only overrides the first. */
function tokensOf(selector: string): Map<string, string> {
  const tokens = new Map<string, string>();
  for (const wanted of ['[data-theme]', selector]) {
    const block = css.split(`${wanted} {`)[1]?.split('}')[0] ?? '';
    for (const [, name, value] of block.matchAll(/--v-([\w-]+): (#[0-9a-f]{6});/g)) {
      tokens.set(name as string, value as string);
    }
  }
  return tokens;
}

const LEAST: readonly (readonly [string, string, number])[] = [
  ['ink', 'ground', 7],
  ['ink', 'raised', 7],
  ['quiet', 'ground', 4.5],
  ['quiet', 'raised', 4.5],
  ['action', 'ground', 4.5],
  ['action', 'raised', 4.5],
  ['on-action', 'action', 4.5],
  ['on-lamp', 'lamp', 4.5],
  ['alarm', 'ground', 4.5],
  ['alarm', 'raised', 4.5],
  ['on-alarm', 'alarm', 4.5],
  ['edge', 'ground', 3],
  ['edge', 'raised', 3],
  ['lamp-line', 'ground', 3],
  ['focus', 'ground', 3],
  ['focus', 'raised', 3],
];

describe.each([
  ['paper', '[data-theme]'],
  ['dark', "[data-theme='dark']"],
  ['auto in a dark system', "[data-theme='auto']"],
  ['night', "[data-theme='night']"],
])('the %s theme', (_name, selector) => {
  const tokens = tokensOf(selector);
  test.each(LEAST)('%s on %s can be told apart at %d:1', (front, back, least) => {
    expect(contrast(tokens.get(front) ?? '', tokens.get(back) ?? '')).toBeGreaterThanOrEqual(least);
  });
});
