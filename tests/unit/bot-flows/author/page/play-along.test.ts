import { describe, expect, test } from '@jest/globals';
import type { MoveWire, PlayWire } from '../../../../../bot-flows/author/page/page-wire.ts';
import { playAlong } from '../../../../../bot-flows/author/page/play-along.ts';
import { aDesk, aSetting, EVENING } from '../../../../support/author-desk.ts';
import { SMALL_DIR } from '../../../../support/flow-folder.ts';
import { realLibrary } from '../../../../support/flow-library.ts';

const say = (text: string, changes: Partial<MoveWire> = {}): MoveWire => ({
  text,
  level: 'none',
  signals: [],
  ...changes,
});
const small = aDesk(SMALL_DIR).look().draft;

function played(play: Partial<PlayWire>, library = small) {
  const turns = playAlong(
    library,
    { flow: 'sample', language: 'fr', setting: aSetting(), moves: [], ...play },
    EVENING,
  );
  if (!turns) throw new Error('can’t be played');
  return turns;
}
const textOf = (turn: ReturnType<typeof played>[number] | undefined) =>
  turn?.says.map(({ text }) => text).join('\n');

describe('a conversation played by hand', () => {
  test('begins at the start of the flow, and goes on as people tap and write', () => {
    const turns = played({ moves: [say('En dire plus', { choice: 'more' }), say('non')] });
    expect(turns.map(({ at }) => at)).toEqual(['sample.first', 'sample.second', 'check-in.listen']);
    expect(turns[0]?.says.at(-1)?.choices).toContainEqual({ id: 'more', label: 'En dire plus' });
    expect(turns[2]?.through).toEqual(['sample.last', 'check-in.more', 'check-in.listen']);
  });
  test('begins at any step, in either language, for whoever is set', () => {
    const english = played({ step: 'second', language: 'en' });
    expect(textOf(english[0])).toContain('Shall we go on');
    const formal = played({ setting: aSetting({ address: 'vous' }) });
    expect(textOf(formal[0])).toContain('vous voulez');
  });
  test('puts the safety text first at the level set by hand', () => {
    const turns = played({ moves: [say('peu importe', { level: 'imminent' }), say('oui')] });
    expect(turns[1]).toMatchObject({ isSafety: true });
    expect(turns[1]?.at).toMatch(/^ask-directly\./);
    expect(textOf(turns[1])).toMatch(/15|112/);
    expect(turns[2]?.isSafety).toBe(false);
  });
  test('a flow that answers danger is begun as danger begins it', () => {
    const [first] = played({ flow: 'ask-directly' }, realLibrary());
    expect(textOf(first)).toContain('suicide');
  });
  test('a signal set by hand leads where the classifier’s would', () => {
    const moves = [say('c’est encore difficile', { signals: ['minor-in-danger'] })];
    const turns = played({ flow: 'check-in', step: 'listen', moves }, realLibrary());
    expect(turns[1]?.at).toMatch(/^child-danger\./);
  });
  test('tells what the words show, what an answer raises, and a change of language', () => {
    const [, heard] = played(
      { flow: 'check-in', step: 'listen', moves: [say('mon père est mort')] },
      realLibrary(),
    );
    expect(heard?.heard).toContain('grief');
    const asked = played({ flow: 'ask-directly', moves: [say('oui')] }, realLibrary());
    expect(asked[1]?.raises).not.toBeNull();
    const changed = played(
      {
        flow: 'check-in',
        step: 'listen',
        moves: [say('can we speak english please'), say('I am tired')],
      },
      realLibrary(),
    );
    expect(changed[1]?.language).toBe('en');
    expect(textOf(changed[2])).toMatch(/tired/);
  });
  test('says why it breaks, and what people would hear', () => {
    const flow = small.flows.get('sample');
    if (!flow) throw new Error('no sample');
    const { first: _, ...texts } = flow.texts.fr;
    const flows = new Map(small.flows).set('sample', {
      ...flow,
      texts: { ...flow.texts, fr: texts },
    });
    const [turn] = played({}, { ...small, flows });
    expect(turn?.broke).toContain('sample.first');
    expect(turn?.says[0]?.text.length).toBeGreaterThan(10);
  });
  test('isn’t played where there is no such step', () => {
    const play = { language: 'fr', setting: aSetting(), moves: [] } as const;
    expect(playAlong(small, { ...play, flow: 'nope' }, EVENING)).toBeUndefined();
    expect(playAlong(small, { ...play, flow: 'sample', step: 'nope' }, EVENING)).toBeUndefined();
  });
});
