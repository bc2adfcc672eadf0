import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, test } from '@jest/globals';
import { flowCommand } from '../../../../bot-flows/author/flow-command.ts';
import { createDialog } from '../../../../bot-flows/botkit/botkit-dialog.ts';
import { FLOWS_DIR, HELPLINES_FILE } from '../../../support/flow-library.ts';

async function flow(args: string[], typed: string[] = [], flowsDir = FLOWS_DIR) {
  let out = '';
  let complaints = '';
  const status = await flowCommand(
    {
      flowsDir,
      helplinesFile: HELPLINES_FILE,
      input: Readable.from(typed.map((line) => `${line}\n`)),
      write: (text) => {
        out += text;
      },
      complain: (line) => {
        complaints += `${line}\n`;
      },
      now: () => new Date('2026-11-24'),
      createDialog,
    },
    args,
  );
  return { status, out, complaints };
}

describe('npm run flow --', () => {
  test('lint finds nothing in the library, and warns of numbers to check again', async () => {
    const { status, out } = await flow(['lint']);
    expect(status).toBe(0);
    expect(out).toContain('No problem in the flows.');
    expect(out).toContain('warning: helpline 119 (FR): expired on 2022-01-01');
  });
  test('lint lists problems one a line and exits with 1', async () => {
    const dir = join(mkdtempSync(join(tmpdir(), 'flows-')), 'flows');
    cpSync(FLOWS_DIR, dir, { recursive: true });
    writeFileSync(join(dir, 'welcome', 'en.yaml'), 'hello: [\n');
    const { status, out } = await flow(['lint'], [], dir);
    rmSync(join(dir, '..'), { recursive: true });
    expect(status).toBe(1);
    expect(out).toMatch(/^flows\/welcome\/en\.yaml:\d+: malformed YAML/);
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
    expect(out).toMatch(/minor-in-danger +check-in\.child-danger/);
  });
  test.each([
    [[], 'usage'],
    [['dance'], 'usage'],
    [['play'], 'usage'],
    [['lint', 'welcome'], 'usage'],
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
