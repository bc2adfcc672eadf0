import { afterAll, describe, expect, test } from '@jest/globals';
import { flowView } from '../../../../../bot-flows/author/page/flow-view.ts';
import type { FlowWire } from '../../../../../bot-flows/author/page/page-wire.ts';
import { aDesk, aSetting, EVENING } from '../../../../support/author-desk.ts';
import { aFlowFolder } from '../../../../support/flow-folder.ts';

const folder = aFlowFolder();
afterAll(() => folder.remove());
const desk = aDesk(folder.dir);

function view(id: string, changes = {}): FlowWire {
  const found = flowView(desk.look(), id, aSetting(changes), EVENING);
  if (!found) throw new Error(`no flow "${id}"`);
  return found;
}
const step = (flow: FlowWire, id: string) => flow.steps.find((one) => one.id === id);

describe('a flow as its author sees it', () => {
  const sample = view('sample');

  test('has its steps with where they stand in the files', () => {
    expect(step(sample, 'first')).toMatchObject({ asks: 'open', line: 15, ends: null });
    expect(step(sample, 'first')?.texts.fr.line).toBe(1);
    expect(step(sample, 'second')).toMatchObject({ asks: 'yes-no', keeps: 'wants-more' });
    expect(step(sample, 'do-exercise')?.calls).toBe('exercise-stones.start');
    expect(sample.place).toBe('flows/sample');
  });
  test('has every wording in both languages, and what it depends on', () => {
    const { fr, en } = step(sample, 'first')?.texts ?? {};
    expect(fr?.bubbles.map(({ name }) => name)).toEqual(['heard', 'ask']);
    expect(fr?.bubbles[1]?.wordings[0]).toEqual({
      text: 'Qu’est-ce que tu veux en dire\u202f?',
      depends: ['address'],
      unsaid: [],
    });
    expect(en?.bubbles[1]?.wordings).toHaveLength(2);
    expect(fr?.options[0]).toEqual({ id: 'more', label: 'En dire plus', also: ['plus'] });
  });
  test('says numbers as this country has them, and tells where it has none', () => {
    const wordings = view('ask-directly').steps.flatMap(({ texts }) =>
      texts.fr.bubbles.flatMap((bubble) => bubble.wordings),
    );
    const texts = wordings.map(({ text }) => text).join('\n');
    expect(texts).toContain('3114');
    expect(texts).not.toMatch(/\{\w+\}/);
    const elsewhere = JSON.stringify(view('ask-directly', { country: 'GB' }));
    expect(elsewhere).not.toContain('3114');
  });
  test('has every way on, in the order in which they are tried', () => {
    const ways = sample.ways.filter(({ from }) => from === 'first');
    expect(ways.map(({ when, to }) => [when, to])).toEqual([
      [['more'], 'sample.second'],
      [['other'], 'check-in.listen'],
      [[], 'sample.second'],
    ]);
    expect(sample.ways.filter(({ from }) => from === 'second').at(-1)).toMatchObject({
      kind: 'unclear',
      to: 'sample.last',
    });
    const call = sample.ways.find(({ kind }) => kind === 'call');
    expect(call).toMatchObject({ from: 'do-exercise', to: 'exercise-stones.start' });
  });
  test('tells how people come in', () => {
    expect(sample.doors).toContainEqual({ step: 'first', kind: 'start', names: [] });
    expect(sample.doors).toContainEqual({
      step: 'do-exercise',
      kind: 'moment',
      names: ['exercise'],
    });
    expect(view('exercise-stones').doors).toContainEqual({
      step: 'start',
      kind: 'step',
      names: ['sample.do-exercise'],
    });
  });
  test('knows conditions of branches', () => {
    const conditions = view('ask-directly')
      .ways.concat(view('everywhere').ways)
      .flatMap((way) => way.conditions);
    for (const { name, values } of conditions) {
      expect(name).not.toMatch(/^(when|go|raises|leaves)$/);
      expect(values.every((value) => typeof value === 'string')).toBe(true);
    }
  });
  test('is none when there is none', () => {
    expect(flowView(desk.look(), 'nope', aSetting(), EVENING)).toBeUndefined();
  });
});

describe('while it is being written', () => {
  test('findings stand at their steps, and what isn’t written yet is told', () => {
    folder.change('sample/fr.yaml', 'On laisse cela là.', 'Courage, on laisse cela là.');
    folder.change(
      'sample/en.yaml',
      'second:\n  ask: ["Shall we go on with that?", "A little more?"]',
      'second:',
    );
    expect(desk.isStale()).toBe(true);
    desk.refresh();
    expect(desk.isStale()).toBe(false);
    const sample = view('sample');
    expect(sample.findings).toContainEqual(
      expect.objectContaining({ file: 'flows/sample/fr.yaml', line: 14, step: 'last' }),
    );
    expect(sample.findings).toContainEqual(
      expect.objectContaining({ rule: 'missing-text', step: 'second' }),
    );
    expect(step(sample, 'second')?.texts.en.bubbles).toEqual([{ name: 'ask', wordings: [] }]);
  });
});
