import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createChangeTeller } from '../../../../../bot-flows/author/page/change-teller.ts';
import type { Desk } from '../../../../../bot-flows/author/page/desk.ts';
import { libraryView } from '../../../../../bot-flows/author/page/library-view.ts';
import { signingOf } from '../../../../../bot-flows/author/page/signing-of.ts';
import { aDesk } from '../../../../support/author-desk.ts';
import { eventually } from '../../../../support/eventually.ts';
import { runFlow } from '../../../../support/flow-command-run.ts';
import { aFlowFolder, type FlowFolder } from '../../../../support/flow-folder.ts';

let folder: FlowFolder;
let desk: Desk;
beforeEach(() => {
  folder = aFlowFolder();
  desk = aDesk(folder.dir);
});
afterEach(() => folder.remove());

describe('what lies on an author’s desk', () => {
  test('keeps the last that could be read when a file can’t be', () => {
    folder.change('sample/fr.yaml', 'first:', 'first: [');
    desk.refresh();
    const view = libraryView(desk.look());
    expect(view.isCurrent).toBe(false);
    const sample = view.flows.find(({ id }) => id === 'sample');
    expect(sample?.findings).toBe(1);
    folder.change('sample/fr.yaml', 'first: [', 'first:');
    desk.refresh();
    expect(libraryView(desk.look())).toMatchObject({ isCurrent: true, elsewhere: [] });
  });
  test('has a new folder as soon as it is there, and tells what it lacks meanwhile', () => {
    cpSync(join(folder.dir, 'sample'), join(folder.dir, 'other'), { recursive: true });
    rmSync(join(folder.dir, 'other', 'en.yaml'));
    expect(desk.isStale()).toBe(true);
    desk.refresh();
    const view = libraryView(desk.look());
    expect(view.elsewhere.map(({ rule, file }) => [rule, file])).toEqual([
      ['file-missing', 'flows/other/en.yaml'],
    ]);
  });
  test('has signatures as soon as they are given', async () => {
    const { status } = await runFlow(
      ['sign', 'sample', '--role', 'author', '--name', 'Ana Petit'],
      {
        flowsDir: folder.dir,
      },
    );
    expect(status).toBe(0);
    desk.refresh();
    expect(signingOf(desk.look()).get('sample')).toMatchObject({
      signed: [{ role: 'author', name: 'Ana Petit' }],
      missing: ['clinician'],
    });
    folder.change('sample/fr.yaml', 'On laisse cela là.', 'On laisse cela ici.');
    desk.refresh();
    expect(signingOf(desk.look()).get('sample')).toMatchObject({
      signed: [],
      earlier: { name: 'Ana Petit' },
    });
  });
});

test('open pages are told of every change, and nothing is read while there are none', async () => {
  const told: string[] = [];
  let close = () => undefined as unknown;
  const page = {
    writeHead: () => page,
    write: (text: string) => told.push(text.split('\n')[0] ?? ''),
    on: (_event: string, listener: () => void) => {
      close = listener;
    },
    end: () => undefined,
  };
  const changes = createChangeTeller(desk, 20);
  folder.change('sample/fr.yaml', 'On laisse cela là.', 'On laisse cela ici.');
  await new Promise((resolve) => setTimeout(resolve, 80));
  expect(desk.isStale()).toBe(true);
  changes.follow(page as never);
  await eventually('the change is told', () => told.length >= 3);
  expect(told).toEqual(['event: read', 'event: reading', 'event: read']);
  close();
  await new Promise((resolve) => setTimeout(resolve, 80));
  folder.change('sample/fr.yaml', 'On laisse cela ici.', 'On laisse cela.');
  await new Promise((resolve) => setTimeout(resolve, 80));
  expect(told).toHaveLength(3);
  changes.stop();
});
