import { afterAll, describe, expect, test } from '@jest/globals';
import { createDialog } from '../../../../bot-flows/botkit/botkit-dialog.ts';
import type { Dialog, DialogReply } from '../../../../bot-flows/dialog.ts';
import { contentHash } from '../../../../bot-flows/engine/content-hash.ts';
import type { Library } from '../../../../bot-flows/engine/library.ts';
import { publishable } from '../../../../bot-flows/engine/library-shelf.ts';
import { loadFlows } from '../../../../bot-flows/engine/load-flows.ts';
import { aFlowFolder, SMALL_DIR } from '../../../support/flow-folder.ts';
import { aContext, realHelplines } from '../../../support/flow-library.ts';

const context = aContext();
const before = loadFlows(SMALL_DIR, realHelplines());
const folder = aFlowFolder();
// In the newer version a text, the name of a step and a safety text are others.
folder.change('sample/fr.yaml', 'On continue avec cela', 'Autrement dit, on continue');
folder.change('check-in/flow.yaml', /\bnow\b/g, 'today');
folder.change('everywhere/flow.yaml', 'check-in.now', 'check-in.today');
for (const language of ['fr', 'en']) folder.change(`check-in/${language}.yaml`, 'now:', 'today:');
folder.change('ask-directly/fr.yaml', 'Est-ce que tu penses', 'Dis-moi, est-ce que tu penses');
const after = loadFlows(folder.dir, realHelplines());
afterAll(() => folder.remove());

const publishing = (...libraries: Library[]) => ({
  load: async (hash: string) => {
    const kept = libraries.find((one) => one.hash === hash);
    return kept ? publishable(kept) : null;
  },
});
const upgraded = () => createDialog({ flows: after, published: publishing(before) });
const textOf = ({ says }: DialogReply) => says.map(({ text }) => text).join('\n');
async function talk(dialog: Dialog, from: DialogReply, ...said: string[]): Promise<DialogReply> {
  let last = from;
  for (const text of said) last = await dialog.reply(last.flowState, { text }, context);
  return last;
}
async function begun(...said: string[]): Promise<DialogReply> {
  const dialog = createDialog({ flows: before });
  return talk(dialog, await dialog.open(context), ...said);
}
const OLD = 'On continue avec cela';
const NEW = 'Autrement dit, on continue';
/** At a step that the newer version calls otherwise. */
const atRenamed = () => begun('stop', 'non');

describe('a conversation that began before an upgrade', () => {
  test('finishes with the words it began with', async () => {
    expect(textOf(await talk(upgraded(), await begun('essai'), 'plus'))).toContain(OLD);
    const dialog = upgraded();
    expect(textOf(await talk(dialog, await dialog.open(context), 'essai', 'plus'))).toContain(NEW);
  });
  test('stays at its step, though the newer version has none of that name', async () => {
    const text = textOf(await talk(upgraded(), await atRenamed(), 'plutôt mal'));
    expect(text).not.toContain('fil');
  });
  test('gets the newest safety text, and goes on with the newest from there', async () => {
    const safe = await upgraded().enter('passive', (await begun('essai')).flowState, context);
    expect(textOf(safe)).toContain('Dis-moi');
    const calm = await talk(upgraded(), safe, 'non', 'signal d’essai', 'plus');
    expect(textOf(calm)).toContain(NEW);
  });
  test('gets the newest safety text where its own steps lead to danger', async () => {
    const answer = { text: 'je veux savoir', signals: ['asks-for-method'] };
    const refused = await upgraded().reply((await begun('essai')).flowState, answer, context);
    expect(textOf(refused)).toContain('Dis-moi');
  });
  test('that ended, or starts again, goes on with the newest', async () => {
    const back = await talk(upgraded(), await begun('bye'), 'en fait', 'signal d’essai', 'plus');
    expect(textOf(back)).toContain(NEW);
    const again = await talk(upgraded(), await begun('parler'), 'recommencer', 'essai', 'plus');
    expect(textOf(again)).toContain(NEW);
  });
  test('asks for a person without losing its version', async () => {
    const asked = await talk(upgraded(), await begun('essai'), 'une personne', 'signal d’essai');
    expect(asked.request).toBeUndefined();
    expect(textOf(await talk(upgraded(), asked, 'plus'))).toContain(OLD);
  });
  test('is told the numbers of today', async () => {
    const helplines = structuredClone(realHelplines());
    const line = helplines.countries.FR?.lines.find(({ kind }) => kind.includes('suicide'));
    if (line) Object.assign(line, { label: '3999', href: 'tel:3999' });
    const newer = loadFlows(folder.dir, helplines);
    const dialog = createDialog({ flows: newer, published: publishing(before) });
    expect(textOf(await talk(dialog, await begun('essai'), 'aide'))).toContain('3999');
  });
});

describe('a version that is lost', () => {
  test.each([
    ['was never kept', { load: async () => null }],
    ['can’t be reached', { load: () => Promise.reject(new Error('away')) }],
    ['can’t be read any more', { load: async () => '{"schema":"library/0"}' }],
    ['is damaged', { load: async () => '{' }],
  ])('because it %s is answered from the newest, kindly', async (_why, published) => {
    const dialog = createDialog({ flows: after, published });
    const answered = await talk(dialog, await begun('essai'), 'plus');
    expect(answered.failed).toBe(false);
    expect(textOf(answered)).toContain(NEW);
    expect(textOf(await talk(dialog, await atRenamed(), 'plutôt mal'))).toContain('fil');
  });
  test('is asked for once, however many conversations began with it', async () => {
    let asked = 0;
    const load = async () => {
      asked += 1;
      return publishable(before);
    };
    const dialog = createDialog({ flows: after, published: { load } });
    const old = await begun('essai');
    for (let turn = 0; turn < 5; turn++) await talk(dialog, old, 'plus');
    expect(asked).toBe(1);
  });
});

describe('the hash of a version', () => {
  test('changes with a word, not with comments, layout or order', () => {
    expect(after.hash).not.toBe(before.hash);
    const tidied = aFlowFolder();
    tidied.change(
      'sample/flow.yaml',
      'schema: flow/1\nid: sample\n',
      'id:  sample\n# !\nschema: flow/1\n',
    );
    expect(loadFlows(tidied.dir, realHelplines()).hash).toBe(before.hash);
    tidied.remove();
    expect(contentHash({ a: 1, b: [2, { c: 3, d: 4 }] })).toBe(
      contentHash({ b: [2, { d: 4, c: 3 }], a: 1 }),
    );
    expect(contentHash([1, 2])).not.toBe(contentHash([2, 1]));
  });
  test('stands in the state, so that it is found again', async () => {
    expect(JSON.parse((await begun('mal')).flowState ?? '{}').library).toBe(before.hash);
  });
});
