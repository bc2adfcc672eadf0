import { afterEach, describe, expect, test } from '@jest/globals';
import {
  createModelClassifier,
  type ModelClassifier,
} from '../../../../classifiers/model/model-classifier.ts';
import { type FakeWorkers, fakeWorkers } from '../../../support/classifier-fakes.ts';

const turn = () => new Promise((resolve) => setImmediate(resolve));
const soon = async () => {
  await turn();
  await turn();
};

describe('the model’s client', () => {
  let model: ModelClassifier;
  const open = (workers: FakeWorkers, restartMs = 5) => {
    model = createModelClassifier({ start: workers.start, restartMs });
    return model;
  };
  afterEach(() => model.close());

  test('answers what the worker read', async () => {
    const workers = fakeWorkers({ answerAtOnce: true });
    open(workers);
    workers.ready();
    expect(await model.read('active it is', { budgetMs: 1000 })).toMatchObject({
      kind: 'read',
      model: 'test@1',
      reading: { level: 'active' },
    });
  });

  test('reads together what arrives together, the alarmed first', async () => {
    const workers = fakeWorkers();
    open(workers);
    const all = [
      model.read('one', { budgetMs: 1000 }),
      model.read('two', { budgetMs: 1000, alarmed: true }),
    ];
    workers.ready();
    await soon();
    expect(workers.batches.map(({ requests }) => requests.map(({ text }) => text))).toEqual([
      ['two', 'one'],
    ]);
    workers.answer();
    expect(await Promise.all(all)).toHaveLength(2);
  });

  test('answers at the deadline when the worker has not', async () => {
    const workers = fakeWorkers();
    open(workers);
    workers.ready();
    expect(await model.read('slow', { budgetMs: 10 })).toEqual({ kind: 'missing', why: 'late' });
  });

  test('never sends the worker a message that nobody waits for any more', async () => {
    const workers = fakeWorkers();
    open(workers);
    workers.ready();
    const first = model.read('first', { budgetMs: 5000 });
    await soon();
    const second = model.read('second', { budgetMs: 15 });
    expect(await second).toEqual({ kind: 'missing', why: 'late' });
    workers.answer();
    await first;
    await soon();
    expect(workers.batches).toHaveLength(1);
  });

  test('says at once that it can’t make it when the queue is already too long', async () => {
    const workers = fakeWorkers();
    open(workers);
    workers.ready();
    const waiting = Array.from({ length: 200 }, () =>
      model.read('x'.repeat(400), { budgetMs: 1500 }),
    );
    await soon();
    expect(await model.read('x'.repeat(400), { budgetMs: 1500 })).toEqual({
      kind: 'missing',
      why: 'overloaded',
    });
    await model.close();
    await Promise.all(waiting);
  });

  test('lets nobody wait on a worker that died mid-batch, and starts another', async () => {
    const workers = fakeWorkers();
    open(workers);
    workers.ready();
    const asked = [model.read('one', { budgetMs: 5000 }), model.read('two', { budgetMs: 5000 })];
    await soon();
    workers.die();
    expect(await Promise.all(asked)).toEqual([
      { kind: 'missing', why: 'unavailable' },
      { kind: 'missing', why: 'unavailable' },
    ]);
    expect(model.health()).toMatchObject({ state: 'unavailable', reason: /was shot/ });
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(workers.started()).toBe(2);
    workers.ready();
    expect(model.health()).toEqual({ state: 'ready' });
  });

  test('waits longer before each restart of a worker that keeps dying', async () => {
    const workers = fakeWorkers();
    open(workers, 20);
    for (let deaths = 0; deaths < 3; deaths++) {
      const before = workers.started();
      workers.die();
      const pause = 20 * 2 ** deaths;
      await new Promise((resolve) => setTimeout(resolve, pause + 15));
      expect(workers.started()).toBe(before + 1);
    }
  });

  test('gives up a worker that is stuck', async () => {
    const workers = fakeWorkers();
    model = createModelClassifier({ start: workers.start, stallMs: 20, restartMs: 5 });
    workers.ready();
    expect(await model.read('stuck', { budgetMs: 5000 })).toEqual({
      kind: 'missing',
      why: 'unavailable',
    });
  });

  test('tells an operator why a model was refused, and answers at once without it', async () => {
    const workers = fakeWorkers();
    open(workers);
    const waiting = model.read('early', { budgetMs: 5000 });
    workers.refuse('model.onnx is damaged; copy it again');
    expect(await waiting).toEqual({ kind: 'missing', why: 'unavailable' });
    expect(model.health()).toEqual({
      state: 'unavailable',
      reason: 'model.onnx is damaged; copy it again',
    });
    await model.settled();
  });

  test('keeps early messages while the model loads', async () => {
    const workers = fakeWorkers({ answerAtOnce: true });
    open(workers);
    expect(model.health().state).toBe('loading');
    const early = model.read('imminent', { budgetMs: 1000 });
    workers.ready();
    expect(await early).toMatchObject({ reading: { level: 'imminent' } });
  });

  test('answers every one of a thousand messages at once, read or missing', async () => {
    const workers = fakeWorkers({ answerAtOnce: true });
    open(workers);
    workers.ready();
    const answers = await Promise.all(
      Array.from({ length: 1000 }, (_, at) => model.read(`active ${at}`, { budgetMs: 500 })),
    );
    expect(answers).toHaveLength(1000);
    for (const answer of answers) {
      expect(answer.kind === 'missing' || answer.reading.level === 'active').toBe(true);
    }
  });
});
