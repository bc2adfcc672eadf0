import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { createDialog } from '../../../../bot-flows/botkit/botkit-dialog.ts';
import { createRiskClassifier } from '../../../../classifiers/combine.ts';
import { createLanguageOf } from '../../../../classifiers/language/language-of.ts';
import { loadLexicon } from '../../../../classifiers/lexicon/load-lexicon.ts';
import type { RiskLevel } from '../../../../classifiers/risk-classifier.ts';
import { setUp } from '../../../support/app-under-test.ts';
import { modelAnswering, modelRead } from '../../../support/classifier-fakes.ts';
import { realLibrary } from '../../../support/flow-library.ts';
import { FOREIGN_MESSAGES } from '../../../support/foreign-messages.ts';

const ROOT = join(__dirname, '..', '..', '..', '..');
const lexicon = loadLexicon(join(ROOT, 'data', 'lexicons'));
const dialog = createDialog({ flows: realLibrary() });

const conversation = (level: RiskLevel = 'none') => {
  const classifier = createRiskClassifier({
    lexicon,
    model: modelAnswering(modelRead(level)),
    languageOf: createLanguageOf(),
  });
  return setUp({ classifier, dialog });
};
const textOf = (language: string) => {
  const texts = realLibrary().content.unread?.[language];
  if (!texts) throw new Error(`no text in ${language}`);
  return texts;
};

describe('somebody who writes in a language that the program doesn’t read', () => {
  test.each(
    Object.entries(FOREIGN_MESSAGES).map(([language, [text = '']]) => ({ language, text })),
  )('is told so in it, with the numbers, and a person sees it: $text', async (sample) => {
    const { open, say, stores } = conversation();
    const id = await open();
    const said = await say(id, sample.text);
    expect(said[0]).toBe(textOf(sample.language).first);
    expect(said).toHaveLength(2);
    expect(said[1]).toMatch(/15 \/ 112.*3114/s);
    expect(said.join()).not.toMatch(/[{}]/);
    expect(await stores.escalations.open()).toMatchObject([
      { conversationId: id, level: 'passive', signals: ['language-unsupported'] },
    ]);
    expect((await stores.conversations.load(id))?.handling.kind).toBe('with-bot');
  });

  test('whose language nobody wrote a text in is told in both of ours', async () => {
    const { open, say, stores } = conversation();
    const id = await open({ locale: 'en' });
    const said = await say(id, '死にたい');
    expect(said.slice(0, 2)).toEqual([textOf('en').first, textOf('fr').first]);
    expect(said[2]).toMatch(/15 or 112/);
    expect(await stores.escalations.open()).toHaveLength(1);
  });

  test('isn’t told the same twice running, however long they write', async () => {
    const { open, say } = conversation();
    const id = await open();
    let before: readonly string[] = [];
    for (const text of Array.from({ length: 6 }, () => FOREIGN_MESSAGES.pl ?? []).flat()) {
      const said = await say(id, text);
      expect(said.length).toBeGreaterThan(0);
      expect(said.filter((one) => before.includes(one))).toEqual([]);
      before = said;
    }
  });

  test('is given the numbers again whenever danger is seen all the same', async () => {
    const { open, say, stores } = conversation('imminent');
    const id = await open();
    await say(id, 'Ich kann nicht mehr, ich will sterben');
    const said = await say(id, 'Ich will heute Nacht sterben, ich kann nicht mehr');
    expect(said[0]).toMatch(/15 \/ 112.*3114/s);
    expect(said[1]).toBe(textOf('de').again[0]);
    expect((await stores.conversations.load(id))?.handling.kind).toBe('awaiting-responder');
  });

  test('is answered by the flows as soon as they write in one of ours', async () => {
    const { open, say, stores } = conversation();
    const id = await open();
    await say(id, 'Nie chcę już żyć');
    const said = await say(id, 'je dors mal depuis des semaines');
    expect(said).not.toEqual([]);
    for (const text of said) expect(text).not.toBe(textOf('fr').first);
    expect((await stores.conversations.load(id))?.level).toBe('passive');
    const later = await say(id, 'nikt mnie nie rozumie, boję się nocy');
    expect(later).toEqual([textOf('pl').again[0]]);
  });

  test('is heard by a person alone once one has the conversation', async () => {
    const { deps, open, say, stores } = conversation();
    const id = await open();
    await say(id, 'Nie chcę już żyć');
    const conversationNow = await stores.conversations.load(id);
    if (!conversationNow) throw new Error('it went away');
    await deps.conversations.commit({
      conversation: {
        ...conversationNow,
        handling: { kind: 'with-responder', responderId: 'r1' },
      },
      turns: [],
    });
    expect(await say(id, 'nikt mnie nie rozumie')).toEqual([]);
  });
});
