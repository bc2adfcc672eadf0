import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { lineDiff } from '../../../../bot-flows/author/line-diff.ts';
import { runFlow } from '../../../support/flow-command-run.ts';
import { aFlowFolder, type FlowFolder, SMALL_DIR } from '../../../support/flow-folder.ts';

let folder: FlowFolder;
beforeEach(() => {
  folder = aFlowFolder();
});
afterEach(() => folder.remove());
const diff = async (...more: string[]) =>
  (await runFlow(['diff', SMALL_DIR, folder.dir, ...more])).out;

describe('npm run flow -- diff', () => {
  test('has nothing to tell of one version and itself', async () => {
    expect(await diff()).toBe('They sound alike.\n');
  });
  test('tells each changed sentence once, where people hear it', async () => {
    folder.change('sample/fr.yaml', 'On laisse cela là.', 'On en reste là.');
    const out = await diff('sample');
    expect(out).toMatch(/── sample, from \w+/);
    expect(out.match(/^- On laisse cela là\.$/gm)).toHaveLength(1);
    expect(out.match(/^\+ On en reste là\.$/gm)).toHaveLength(1);
    expect(await diff('sample', '--lang', 'en')).toBe('They sound alike.\n');
    expect(await diff('check-in')).toBe('They sound alike.\n');
  });
  test('tells of answers that lead elsewhere, and of options that are gone', async () => {
    folder.change(
      'sample/flow.yaml',
      '{ when: other, go: check-in.listen }',
      '{ when: other, go: last }',
    );
    expect(await diff('sample')).toMatch(/> \[Autre chose\]\n[-+]/);
    folder.change('sample/flow.yaml', 'options: [more, other]', 'options: [more]');
    folder.change('sample/flow.yaml', /.*when: other.*\n/, '');
    for (const file of ['sample/fr.yaml', 'sample/en.yaml'])
      folder.change(file, / {4}other: .*\n/, '');
    expect(await diff('sample')).toContain('[other: not offered]');
  });
  test('compares versions that today’s rules would refuse', async () => {
    folder.change('sample/fr.yaml', 'On laisse cela là.', 'Courage !');
    expect(await diff('sample')).toContain('+ Courage !');
  });
  test('tells of flows that are new or gone', async () => {
    const out = (await runFlow(['diff', SMALL_DIR, 'bot-flows/flows', 'sample', 'grief'])).out;
    expect(out).toContain('- the flow "sample" is gone');
    expect(out).toContain('+ the flow "grief" is new');
  });
  test('takes a revision of git', async () => {
    const { status, out } = await runFlow(['diff', 'HEAD', 'bot-flows/flows', 'grief']);
    expect([status, out.length > 0]).toEqual([0, true]);
  });
  test.each([
    [['diff', SMALL_DIR], 'usage'],
    [['diff', SMALL_DIR, 'no-such-thing'], '"no-such-thing" is no folder of flows and no revision'],
    [['diff', SMALL_DIR, SMALL_DIR, 'nope'], 'no flow is called "nope"'],
  ])('%j is refused in one line', async (args, said) => {
    const { status, complaints } = await runFlow(args);
    expect(status).toBe(2);
    expect(complaints).toContain(said);
  });
});

describe('coverage', () => {
  test('says how much was read and walked, and what never was', async () => {
    const { status, out } = await runFlow(['coverage', '--dir', folder.dir]);
    expect(out).toMatch(/^flow +steps read +steps walked +ways read +ways walked$/m);
    expect(out).toMatch(/^sample +0 of 6 +6 of 6 +0 of 15 +15 of 15$/m);
    expect(status).toBe(0);
    expect(out).not.toContain('never walked');
  });
});

test('a difference gives both texts back, and what is the same stays', () => {
  const lines = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 12 });
  fc.assert(
    fc.property(lines, lines, (before, after) => {
      const found = lineDiff(before, after);
      const of = (...kinds: string[]) =>
        found.filter(({ kind }) => kinds.includes(kind)).map(({ text }) => text);
      expect(of('same', 'gone')).toEqual(before);
      expect(of('same', 'new')).toEqual(after);
      if (before.join() === after.join()) expect(of('gone', 'new')).toEqual([]);
    }),
  );
});
