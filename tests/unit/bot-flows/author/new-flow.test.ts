import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { tidyText } from '../../../../bot-flows/author/tidy-text.ts';
import { tidyTexts } from '../../../../bot-flows/author/tidy-texts.ts';
import { runFlow } from '../../../support/flow-command-run.ts';
import { aFlowFolder, type FlowFolder } from '../../../support/flow-folder.ts';

let folder: FlowFolder;
beforeEach(() => {
  folder = aFlowFolder();
});
afterEach(() => folder.remove());
const flow = (args: string[], typed: string[] = []) =>
  runFlow(args, { typed, flowsDir: folder.dir });
const textsOf = (language: string) =>
  readFileSync(join(folder.dir, 'moving', `${language}.yaml`), 'utf8');

describe('a new flow', () => {
  test('can be played at once, in both languages, and nothing in it is to mend', async () => {
    expect((await flow(['new', 'moving'])).status).toBe(0);
    const lint = await flow(['lint']);
    // The smallest library lacks a step that every real one has.
    expect(lint.out.split('\n').filter((line) => /^flows\/moving\//.test(line))).toEqual([
      expect.stringContaining('check-in.other-topic'),
    ]);
    folder.change('moving/flow.yaml', 'check-in.other-topic', 'check-in.listen');
    expect((await flow(['lint'])).status).toBe(0);
    expect((await flow(['play', 'moving'], ['2', '2'])).out).toContain('Continuer ici');
    expect((await flow(['play', 'moving', '--lang', 'en', '--away'], ['2'])).out).toContain(
      'leave them a request',
    );
  });
  test('is never written over another, nor under a name that can’t be one', async () => {
    const taken = await flow(['new', 'sample']);
    expect([taken.status, taken.complaints]).toEqual([2, expect.stringContaining('already')]);
    const wrong = await flow(['new', 'Déménager']);
    expect([wrong.status, wrong.complaints]).toEqual([2, expect.stringContaining('lower-case')]);
    expect((await flow(['new', '../x'])).status).toBe(2);
  });
});

describe('tidy', () => {
  test.each([
    ["Qu'est-ce qui pèse ?", 'Qu’est-ce qui pèse\u202f?'],
    ['Deux choses : une "vraie", et...', 'Deux choses\u00a0: une «\u00a0vraie\u00a0», et…'],
    ['« Là »; et à 20:30 ?', '«\u00a0Là\u00a0»\u202f; et à 20:30\u202f?'],
    ['  Un  trou. ', 'Un trou.'],
    ['Le {suicide}, {suicide-about}.', 'Le {suicide}, {suicide-about}.'],
  ])('sets %j', (typed, set) => {
    expect(tidyText(typed, 'fr')).toBe(set);
    expect(tidyText(set, 'fr')).toBe(set);
  });
  test('leaves brackets, which may be for who reads the other language', () => {
    const text = 'Go on (Pour changer\u00a0: «\u00a0français\u00a0».)';
    expect(tidyText(text, 'en')).toBe(text);
  });
  test('sets English as English', () => {
    expect(tidyText('It\'s "here" : right\u202f? And...', 'en')).toBe('It’s “here”: right? And…');
  });
  test('leaves all else in the file as it stood', () => {
    const file = [
      '# Un commentaire : avec "signes" ?',
      'named:',
      "  ask: ['Ça va ?', Et toi ?]",
      '  options: { go: { label: "D\'accord", also: [oui] } }',
      '  long: |',
      '    Laissé ?',
      '',
    ].join('\n');
    expect(tidyTexts(file, 'fr')).toBe(
      file
        .replace("'Ça va ?', Et toi ?", '"Ça va\u202f?", "Et toi\u202f?"')
        .replace('"D\'accord"', '"D’accord"'),
    );
    expect(tidyTexts('a: [', 'fr')).toBe('a: [');
  });
  test('puts right what a keyboard can’t, so that the linter has nothing to say of it', async () => {
    await flow(['new', 'moving']);
    folder.change('moving/flow.yaml', 'check-in.other-topic', 'check-in.listen');
    const typed = textsOf('fr')
      .replace(/[\u202f\u00a0]/g, ' ')
      .replaceAll('’', "'");
    writeFileSync(join(folder.dir, 'moving', 'fr.yaml'), typed);
    const before = await flow(['lint']);
    expect(before.status).toBe(1);
    expect(before.out).toContain('npm run flow -- tidy');
    const { status, out } = await flow(['tidy', 'moving']);
    expect([status, out]).toEqual([0, 'flows/moving/fr.yaml: signs and spaces put right\n']);
    expect((await flow(['lint'])).status).toBe(0);
    expect((await flow(['tidy', 'moving'])).out).toBe('Nothing to put right.\n');
    expect((await flow(['tidy', 'nope'])).status).toBe(2);
  });
  test('leaves the texts that ship as they are', async () => {
    expect((await flow(['tidy', 'sample', 'welcome', 'check-in', 'everywhere'])).out).toBe(
      'Nothing to put right.\n',
    );
  });
});

test('page serves until it is stopped, and says where', async () => {
  const { status, out } = await flow(['page', 'sample', '--port', '0']);
  expect(status).toBe(0);
  expect(out).toMatch(/http:\/\/127\.0\.0\.1:\d+\/#sample/);
  expect((await flow(['page', 'nope'])).complaints).toContain('no flow is called "nope"');
  expect((await flow(['page', '--port', 'x'])).complaints).toContain('--port');
});
