import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { placesIn } from '../../../../bot-flows/engine/library-places.ts';
import { loadFlows } from '../../../../bot-flows/engine/load-flows.ts';
import { unsignedLine } from '../../../../bot-flows/sign-off/signing-state.ts';
import {
  UnsignedTextsError,
  unsignedTexts,
} from '../../../../bot-flows/sign-off/unsigned-texts.ts';
import { runFlow } from '../../../support/flow-command-run.ts';
import { aFlowFolder, type FlowFolder } from '../../../support/flow-folder.ts';
import { realHelplines } from '../../../support/flow-library.ts';

let folder: FlowFolder;
beforeEach(() => {
  folder = aFlowFolder();
});
afterEach(() => folder.remove());

const sign = (role: string, name: string, ...ids: string[]) =>
  runFlow(['sign', ...ids, '--role', role, '--name', name], { flowsDir: folder.dir });
function states() {
  const places = placesIn(folder.dir);
  if (!places) throw new Error('no folder');
  return unsignedTexts(loadFlows(folder.dir, realHelplines()).content, places);
}
const lineOf = (id: string) => {
  const found = states().unsigned.find((text) => text.id === id);
  return found ? unsignedLine(found) : 'signed';
};

describe('a text', () => {
  test('is signed once an author and a clinician have put their names under it', async () => {
    expect(lineOf('sample')).toBe('sample: not signed by an author and a clinician');
    const first = await sign('author', 'Ana Petit', 'sample');
    expect(first.status).toBe(0);
    expect(first.out).toMatch(
      /^sample [0-9a-f]{8}: Ana Petit, author; still to sign: clinician\n$/,
    );
    expect(lineOf('sample')).toBe('sample: not signed by a clinician');
    expect((await sign('clinician', 'Dr Bo', 'sample')).out).toContain('signed by both');
    expect(lineOf('sample')).toBe('signed');
  });
  test('that is changed afterwards is unsigned, and says who had signed it', async () => {
    await sign('author', 'Ana Petit', 'sample', 'check-in');
    await sign('clinician', 'Dr Bo', 'sample', 'check-in');
    folder.change('sample/fr.yaml', 'On laisse cela là', 'On en reste là');
    expect(lineOf('sample')).toBe(
      'sample: changed since Dr Bo signed it as clinician on 2026-11-24; not signed by an author and a clinician',
    );
    expect(lineOf('check-in')).toBe('signed');
    // The history stays when it is signed anew.
    await sign('author', 'Ana Petit', 'sample');
    expect(
      readFileSync(join(folder.dir, 'sample', 'signatures.yaml'), 'utf8').match(/hash:/g),
    ).toHaveLength(3);
  });
  test('stays signed when only comments or layout change', async () => {
    await sign('author', 'Ana', 'sample');
    await sign('clinician', 'Bo', 'sample');
    folder.change('sample/flow.yaml', 'schema: flow/1', '# A remark.\nschema:   flow/1');
    expect(lineOf('sample')).toBe('signed');
  });
  test('is signed by two people: one name in both roles is refused', async () => {
    await sign('author', 'Ana Petit', 'sample');
    const again = await sign('clinician', ' ana  PETIT ', 'sample');
    expect(again.status).toBe(1);
    expect(again.complaints).toBe(
      'Ana Petit has signed sample as author: two roles are two people\n',
    );
    expect((await sign('author', 'Ana Petit', 'sample')).complaints).toContain('as it stands');
    // … and written in by hand counts once.
    const path = join(folder.dir, 'sample', 'signatures.yaml');
    const kept = readFileSync(path, 'utf8');
    const entry = kept.slice(kept.indexOf('- hash'));
    writeFileSync(path, kept + entry.replace('author', 'clinician'));
    expect(lineOf('sample')).toBe('sample: not signed by a clinician');
  });
  test('in which something is to mend can’t be signed', async () => {
    folder.change('sample/fr.yaml', 'On laisse cela là', 'On laisse cela là !');
    const refused = await sign('author', 'Ana', 'check-in');
    expect(refused.status).toBe(1);
    expect(refused.complaints).toMatch(/problems in the flows:\n .*sample.fr.yaml:14/);
  });
  test('with a file of signatures that can’t be read counts as nothing, loudly', () => {
    writeFileSync(join(folder.dir, 'sample', 'signatures.yaml'), '- { role: boss, name: x }\n');
    expect(states).toThrow(/flows\/sample\/signatures\.yaml:1/);
    rmSync(join(folder.dir, 'sample', 'signatures.yaml'));
  });
});

test('exercises and questionnaires are signed beside themselves', async () => {
  for (const [role, name] of [
    ['author', 'Ana'],
    ['clinician', 'Bo'],
  ] as const) {
    const { complaints } = await sign(role, name, 'exercises/stones', 'questionnaires/weather');
    expect(complaints).toBe('');
  }
  const root = join(folder.dir, '..');
  expect(readFileSync(join(root, 'exercises/stones/signatures.yaml'), 'utf8')).toContain(
    'name: Bo',
  );
  expect(readFileSync(join(root, 'questionnaires/weather.signatures.yaml'), 'utf8')).toContain(
    'name: Bo',
  );
  expect(lineOf('exercises/stones')).toBe('signed');
  expect(lineOf('questionnaires/weather')).toBe('signed');
  expect(lineOf('questionnaires/shared')).not.toBe('signed');
});

describe('npm run flow -- sign', () => {
  test.each([
    [['sign', '--role', 'author', '--name', 'Ana'], 'usage'],
    [['sign', 'sample', '--role', 'boss', '--name', 'Ana'], '--role is author or clinician'],
    [['sign', 'sample', '--role', 'author'], '--name says who signs'],
    [['sign', 'nope', '--role', 'author', '--name', 'Ana'], 'no text is called "nope": use ask-'],
  ])('%j is refused in one line, and nothing is written', async (args, said) => {
    const { status, complaints } = await runFlow(args, { flowsDir: folder.dir });
    expect([status, complaints.trim().split('\n').length]).toEqual([2, 1]);
    expect(complaints).toContain(said);
    expect(states().unsigned).toHaveLength(states().all);
  });
  test('lint lists what is unsigned, and that is nothing to mend', async () => {
    await sign('author', 'Ana', 'sample');
    const { status, out } = await runFlow(['lint', folder.dir]);
    expect(status).toBe(0);
    expect(out).toContain('unsigned: sample: not signed by a clinician\n');
    expect(out).toContain('unsigned: words: not signed by an author and a clinician\n');
  });
});

test('the error of a refused start lists every text and the way out', () => {
  const { message } = new UnsignedTextsError(states().unsigned);
  expect(message).toContain('11 texts may not be said to anybody yet:');
  expect(message).toContain('\n  sample: not signed by an author and a clinician\n');
  expect(message).toContain('npm run flow -- sign ID --role author|clinician --name NAME');
});
