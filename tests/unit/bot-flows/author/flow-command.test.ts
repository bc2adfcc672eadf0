import { describe, expect, test } from '@jest/globals';
import { runFlow } from '../../../support/flow-command-run.ts';
import { aFlowFolder, SMALL_DIR } from '../../../support/flow-folder.ts';

const flow = (args: string[], typed: string[] = [], flowsDir?: string) =>
  runFlow(args, { typed, ...(flowsDir && { flowsDir }) });

describe('npm run flow --', () => {
  test('lint finds nothing in the library', async () => {
    const { status, out } = await flow(['lint']);
    expect(status).toBe(0);
    expect(out).toContain('No problem in the flows.');
  });
  test('lint lists problems one a line and exits with 1', async () => {
    const folder = aFlowFolder();
    folder.change('sample/en.yaml', 'first:\n', 'first: [\n');
    const { status, out } = await flow(['lint'], [], folder.dir);
    expect(status).toBe(1);
    expect(out).toMatch(/^flows\/sample\/en\.yaml:\d+: \[malformed-yaml\] malformed YAML/);
    expect((await flow(['lint', folder.dir])).status).toBe(1);
    folder.remove();
  });
  test('lint reads one flow of one’s own together with those that ship', async () => {
    const folder = aFlowFolder();
    folder.change('sample/fr.yaml', 'On laisse cela là', 'On laisse cela là !');
    const { status, out } = await flow(['lint', `${folder.dir}/sample`], [], SMALL_DIR);
    expect(status).toBe(1);
    expect(out).toMatch(/^sample\/fr\.yaml:\d+: /);
    expect(out).toContain('exclamation');
    folder.remove();
    expect((await flow(['lint', SMALL_DIR])).status).toBe(0);
    expect((await flow(['lint', `${SMALL_DIR}/../nowhere`])).complaints).toContain('no flows lie');
  });
  test('play goes on until the input ends', async () => {
    const { status, out } = await flow(['play', 'check-in'], ['3', '', 'je dors plus', 'bye']);
    expect(status).toBe(0);
    expect(out).toContain('  3. Mal');
    expect(out).toContain('Qu’est-ce qui pèse le plus');
    expect(out).toContain('[request: end]');
  });
  test('play speaks the other language, the other address, and of an empty team', async () => {
    expect((await flow(['play', 'welcome', '--lang', 'en'])).out).toContain('I’m a program');
    const { out } = await flow(['play', 'ask-directly', '--vous', '--away'], ['oui', '/imminent']);
    expect(out).toContain('pensez');
    expect(out).toContain('[raises: active]');
    expect(out).toContain('Personne de l’équipe n’est là');
    expect(out).toContain('Appelez le 15');
  });
  test('matrix says what answers each level and signal', async () => {
    const { status, out } = await flow(['matrix']);
    expect(status).toBe(0);
    expect(out).toMatch(/imminent +ask-directly\.imminent/);
    expect(out).toMatch(/minor-in-danger +child-danger\.named/);
  });
  test.each([
    [[], 'usage'],
    [['dance'], 'usage'],
    [['play'], 'usage'],
    [['lint', 'a', 'b'], 'usage'],
    [['play', 'nope'], 'no flow is called "nope": use addictions'],
    [['play', 'welcome', '--lang', 'de'], '--lang is fr or en'],
    [['play', 'welcome', '--country', 'france'], '--country'],
    [['lint', '--loud'], 'loud'],
  ])('%j is refused in one line, with 2', async (args, said) => {
    const { status, complaints } = await flow(args);
    expect(status).toBe(2);
    expect(complaints).toContain(said);
    expect(complaints.trim().split('\n')).toHaveLength(1);
  });
});
