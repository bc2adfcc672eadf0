import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { SIGNALS } from '../../../../classifiers/lexicon/signals.ts';

test('the signals are those of the rubric, in its order', () => {
  const rubric = readFileSync(join(process.cwd(), 'data', 'corpus', 'RUBRIC.md'), 'utf8');
  const [, section = ''] = rubric.split('## signals');
  const [list = ''] = section.split('## kind');
  expect([...list.matchAll(/`([a-z-]+)`/g)].map(([, name]) => name)).toEqual([...SIGNALS]);
});
