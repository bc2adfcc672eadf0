import { beforeAll, describe, expect, jest, test } from '@jest/globals';
import { Botkit } from 'botkit';
import { createDialog } from '../../../../bot-flows/botkit/botkit-dialog.ts';
import type { Dialog } from '../../../../bot-flows/dialog.ts';
import { open, reply } from '../../../../bot-flows/engine/converse.ts';
import {
  aContext,
  everyVoice,
  FLOWS_DIR,
  HELPLINES_FILE,
  realLibrary,
} from '../../../support/flow-library.ts';

const context = aContext();
let dialog: Dialog;
beforeAll(() => {
  dialog = createDialog({ flows: realLibrary() });
});

describe('the dialogue behind its port', () => {
  test('says what the engine says, choices included', async () => {
    const opened = await dialog.open(context);
    expect(opened).toEqual(open(realLibrary(), context));
    const answer = { text: 'mal' };
    expect(await dialog.reply(opened.flowState, answer, context)).toEqual(
      reply(realLibrary(), opened.flowState, answer, context),
    );
  });
  test('goes through Botkit at every turn', async () => {
    const handleTurn = jest.spyOn(Botkit.prototype, 'handleTurn');
    const watched = createDialog({ flows: realLibrary() });
    const opened = await watched.open(context);
    await watched.reply(opened.flowState, { text: 'mal' }, context);
    await watched.enter('active', opened.flowState, context);
    expect(handleTurn).toHaveBeenCalledTimes(3);
    handleTurn.mockRestore();
  });
  test('can be made from a folder', async () => {
    const made = createDialog({ dir: FLOWS_DIR, helplines: HELPLINES_FILE });
    expect((await made.open(context)).failed).toBe(false);
    expect((await createDialog({ dir: FLOWS_DIR }).open(context)).failed).toBe(false);
  });
  test('keeps two hundred people apart who write at once', async () => {
    const voices = everyVoice();
    const talks = Array.from({ length: 200 }, async (_, index) => {
      const voice = voices[index % voices.length] ?? context;
      const opened = await dialog.open(voice);
      const answer = { text: ['mal', 'bof', 'stop', 'oui'][index % 4] ?? 'oui' };
      const answered = await dialog.reply(opened.flowState, answer, voice);
      expect(answered).toEqual(reply(realLibrary(), opened.flowState, answer, voice));
    });
    await Promise.all(talks);
  });
  test('a flow that breaks gets the fall-back text with numbers, and nothing is thrown', async () => {
    const library = realLibrary();
    const checkIn = library.flows.get('check-in');
    if (!checkIn) throw new Error('no check-in');
    const flow = { ...checkIn.flow, steps: { ...checkIn.flow.steps, more: { next: 'gone' } } };
    const broken = createDialog({
      flows: { ...library, flows: new Map([...library.flows, ['check-in', { ...checkIn, flow }]]) },
    });
    const rejections: unknown[] = [];
    const note = (reason: unknown) => rejections.push(reason);
    process.on('unhandledRejection', note);
    let answered = await broken.reply(null, { text: 'bonjour' }, context);
    for (let turn = 0; turn < 4 && !answered.failed; turn++) {
      answered = await broken.reply(answered.flowState, { text: 'hm' }, context);
    }
    await new Promise((resolve) => setImmediate(resolve));
    process.off('unhandledRejection', note);
    expect(answered).toEqual({
      says: [{ text: broken.fallback(context) }],
      flowState: null,
      failed: true,
    });
    expect(answered.says[0]?.text).toMatch(/3114.*15 ou le 112/);
    expect(rejections).toEqual([]);
    expect((await broken.enter('imminent', null, context)).failed).toBe(false);
  });
});

describe('notices', () => {
  test('say who joined, as far as it is known', () => {
    expect(dialog.notice('responder-joined', context, { name: 'Ana', role: 'infirmière' })).toBe(
      'Ana est là, infirmière. C’est une personne.',
    );
    expect(dialog.notice('responder-joined', context, { name: 'Ana' })).toBe(
      'Ana est là. C’est une personne.',
    );
    expect(dialog.notice('responder-joined', context)).not.toContain('{');
  });
  test('tell the truth when nobody came, with a number', () => {
    const away = dialog.notice('nobody-yet', aContext({ peopleAvailable: false }));
    expect(away).toContain('Personne de l’équipe n’est là en ce moment');
    expect(away).toContain('3114');
  });
  test('speak the language of the page, French when it isn’t known', () => {
    expect(dialog.fallback(aContext({ locale: 'en-GB', country: 'GB' }))).toContain('999');
    expect(dialog.fallback(aContext({ locale: 'de' }))).toContain('Quelque chose');
  });
});
